import { describe, expect, it } from '@jest/globals';
import { communityReport } from '../../src/community/community-report.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { latestOfEach, seededRandom, shuffled, smallHistory } from '../match/small-history.ts';
import { aChange, aThread, workOf } from './interaction-facts.ts';

const everybody = () => false;
const reportOf = (facts: Fact[], leftOut: (login: string) => boolean = everybody) =>
  communityReport(workOf(facts), leftOut);

const queue = ['src/queue/a.ts'];
const facts: Fact[] = [
  aChange('Ann', ['bob'], 200, queue),
  aChange('bob', ['Ann', 'cas'], 10, queue),
  aChange('cas', ['Ann', 'bot[bot]'], 10, queue),
  aThread('dee', { participants: ['eve'], labels: ['docs'] }, 20),
];

describe('community report', () => {
  it('tells everybody with their numbers, the most influential first', () => {
    const { people, groups, ties, historyDays } = reportOf(facts);

    expect(people.map(({ login }) => login)).toEqual(['Ann', 'bob', 'cas', 'eve', 'dee']);
    expect(people[0]).toMatchObject({ standing: 'occasional', acts: 3, group: 0, bridging: 0 });
    expect(people.find(({ login }) => login === 'eve')).toMatchObject({ standing: 'newcomer', group: null });
    expect(people.reduce((sum, { influence }) => sum + influence, 0)).toBeCloseTo(5, 6);
    expect(groups).toEqual([
      {
        members: ['Ann', 'bob', 'cas'],
        areas: [{ kind: 'directory', name: 'src' }],
      },
    ]);
    expect({ ties, historyDays }).toEqual({ ties: 7, historyDays: 200 });
  });

  it('leaves people out as if they had done nothing', () => {
    const report = reportOf(facts, (login) => login === 'Ann');
    const never = reportOf(facts.filter((fact) => fact !== facts[0]).map(withoutAnn));

    expect(JSON.stringify(report)).not.toContain('Ann');
    const numbers = ({ people }: typeof report) => people.map(({ login, influence }) => [login, influence]);
    expect(numbers(report)).toEqual(numbers(never));
  });

  it('is a function of the set of facts', () => {
    const history = latestOfEach(smallHistory(12, 400)).filter(({ kind }) => kind !== 'person');

    expect(reportOf(history).people.length).toBeGreaterThan(3);
    for (const seed of [1, 2, 3]) expect(reportOf(shuffled(history, seededRandom(seed)))).toEqual(reportOf(history));
  });

  it('has nothing to tell of nothing', () => {
    expect(reportOf([])).toEqual({ people: [], groups: [], modularity: null, ties: 0, historyDays: 0 });
  });
});

function withoutAnn(fact: Fact): Fact {
  return fact.kind === 'change' ? { ...fact, reviewers: fact.reviewers.filter((login) => login !== 'Ann') } : fact;
}

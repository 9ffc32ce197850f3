import { describe, expect, it } from '@jest/globals';
import { interactionGraph } from '../../src/community/interaction-graph.ts';
import { presences } from '../../src/community/presence.ts';
import { MOST_OWNERS } from '../../src/community/shared-files.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { latestOfEach, seededRandom, shuffled, smallHistory } from '../match/small-history.ts';
import { aChange, aThread, workOf } from './interaction-facts.ts';

const none = { weight: 0, reviewed: 0, took: 0, replied: 0, cochanged: 0 };

function graphOf(facts: Fact[]) {
  const work = workOf(facts);
  const { people, ties } = interactionGraph(work, presences(work).keys());
  const login = (place: number) => people[place]?.login;
  return ties.map(({ from, to, ...weights }) => ({ from: login(from), to: login(to), ...weights }));
}

describe('interaction graph', () => {
  it('ties reviewers to authors, and who took or answered a thread to the one who opened it', () => {
    const ties = graphOf([
      aChange('ann', ['bob'], 0),
      aChange('ann', ['bob'], 180),
      aThread('ann', { assignees: ['bob'], participants: ['ann', 'bob', 'cas'] }, 180),
    ]);

    // Bob: 1 + 1/2 for reviews, 1/2 for the thread, which he took and so does not answer. Cas: 0.5 / 2.
    expect(ties).toEqual([
      { ...none, from: 'bob', to: 'ann', reviewed: 1.5, took: 0.5, weight: 2 },
      { ...none, from: 'cas', to: 'ann', replied: 0.25, weight: 0.25 },
    ]);
  });

  it('ties both ways who change the same file, by the smaller of what they did in it', () => {
    const ties = graphOf([
      aChange('ann', [], 0, ['a.ts']),
      aChange('ann', [], 0, ['a.ts']),
      aChange('bob', [], 0, ['a.ts', 'b.ts']),
    ]);

    // Ann did 2 in a.ts, Bob 1/2: a quarter of 1/2 each way.
    expect(ties).toEqual([
      { ...none, from: 'ann', to: 'bob', cochanged: 0.125, weight: 0.125 },
      { ...none, from: 'bob', to: 'ann', cochanged: 0.125, weight: 0.125 },
    ]);
  });

  it('ties nobody by a file that everybody changes', () => {
    const by = (people: number) => Array.from({ length: people }, (_, n) => aChange(`p${n}`, [], 0, ['lock.json']));

    expect(graphOf(by(MOST_OWNERS))).toHaveLength(MOST_OWNERS * (MOST_OWNERS - 1));
    expect(graphOf(by(MOST_OWNERS + 1))).toEqual([]);
  });

  it('lets ties fade, and knows neither bots nor what one does for oneself', () => {
    // A review weighs 0.1 after 180 x log2(10) = 598 days.
    const reviewed = (ageDays: number) => graphOf([aChange('ann', ['bob'], ageDays)]);

    expect(reviewed(597)).toHaveLength(1);
    expect(reviewed(599)).toEqual([]);
    expect(graphOf([aChange('ann', ['ann', 'dependabot[bot]'], 0)])).toEqual([]);
  });

  it('is the same for the same set of facts, in whatever order they were learnt', () => {
    const facts = latestOfEach(smallHistory(11, 300)).filter(({ kind }) => kind !== 'person');

    expect(graphOf(facts).length).toBeGreaterThan(10);
    for (const seed of [1, 2, 3]) expect(graphOf(shuffled(facts, seededRandom(seed)))).toEqual(graphOf(facts));
  });
});

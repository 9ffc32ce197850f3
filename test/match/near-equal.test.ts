import { describe, expect, it } from '@jest/globals';
import type { RankedPerson } from '../../src/domain/suggestion.ts';
import { preferAmongNearEqual } from '../../src/match/near-equal.ts';

function ranked(scores: Record<string, number>): RankedPerson[] {
  return Object.entries(scores).map(([login, score]) => ({
    login,
    score,
    probability: score,
    reasons: [{ kind: 'active', times: 1, days: 90 }],
  }));
}

function logins(people: RankedPerson[]): string[] {
  return people.map(({ login }) => login);
}

const nothing = () => 0;
const of = (values: Record<string, number>) => (login: string) => values[login] ?? 0;

describe('preference among near-equal people', () => {
  it('puts the less loaded first where nobody else is better by much', () => {
    const people = ranked({ ann: 0.4, bob: 0.35, cas: 0.1 });

    expect(logins(preferAmongNearEqual(people, { gain: nothing, load: of({ ann: 9, bob: 1 }) }))).toEqual([
      'bob',
      'ann',
      'cas',
    ]);
  });

  it('never puts somebody first who lacks more than a fifth of the best score', () => {
    const people = ranked({ ann: 0.4, bob: 0.31 });

    expect(logins(preferAmongNearEqual(people, { gain: of({ bob: 9 }), load: of({ ann: 9 }) }))).toEqual([
      'ann',
      'bob',
    ]);
  });

  it('minds the gain before the load, and says so of whom it put first', () => {
    const people = ranked({ ann: 0.4, bob: 0.39, cas: 0.38 });

    const ordered = preferAmongNearEqual(people, { gain: of({ bob: 2, cas: 2 }), load: of({ bob: 9 }) });

    expect(logins(ordered)).toEqual(['cas', 'bob', 'ann']);
    expect(ordered[0]?.reasons).toEqual([
      { kind: 'active', times: 1, days: 90 },
      { kind: 'spreads-knowledge', files: 2 },
    ]);
    expect(ordered[2]?.reasons).toEqual([{ kind: 'active', times: 1, days: 90 }]);
  });

  it('keeps the order where all are alike, and everybody', () => {
    const people = ranked({ ann: 0.4, bob: 0.4, cas: 0 });

    expect(preferAmongNearEqual(people, { gain: nothing, load: nothing })).toEqual(people);
    expect(preferAmongNearEqual([], { gain: nothing, load: nothing })).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { matchShares, readiness } from '../../src/match/match-shares.ts';

const free = { idleDays: 0, available: 1, openLoad: 0, capacity: 5 };

describe('readiness', () => {
  it('is activity times availability times room', () => {
    // Idle for one half-life: 1/2; holding 2 of 5: 3/5.
    expect(readiness({ idleDays: 180, available: 1, openLoad: 2, capacity: 5 })).toBeCloseTo(0.3, 12);
  });

  it.each([
    ['nothing was ever done', { idleDays: Number.POSITIVE_INFINITY }],
    ['somebody is away', { available: 0 }],
    ['somebody holds more than they can', { openLoad: 7 }],
    ['there is no capacity at all', { capacity: 0 }],
  ])('is 0 where %s', (_, standing) => {
    expect(readiness({ ...free, ...standing })).toBe(0);
  });

  it('is 1 for somebody who was just here and holds nothing', () => {
    expect(readiness(free)).toBe(1);
  });
});

describe('match shares', () => {
  it('shares one task by skill, less what is not free', () => {
    // Skills 0.6 and 0.2 of 0.8 together: 3/4 and 1/4; the second has a half of their time.
    const shared = matchShares([
      { skill: 0.6, readiness: 1 },
      { skill: 0.2, readiness: 0.5 },
    ]);

    expect(shared).toEqual([expect.closeTo(0.75, 12), expect.closeTo(0.125, 12)]);
  });

  it('gives nobody anything where nobody has the skill', () => {
    expect(matchShares([{ skill: 0, readiness: 1 }])).toEqual([0]);
    expect(matchShares([])).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { completionChance, completionShares, hopeOf } from '../../src/community/completion.ts';

const finished = { finished: true, likeness: 1, ageDays: 0 };

describe('completion', () => {
  it('is the smoothed share of similar tasks taken on that were finished', () => {
    // Two finished, one of them a half-life ago and half like it: 1 + 0.25; one not: (1 + 1.25) / (2 + 2.25).
    const taken = [finished, { ...finished, likeness: 0.5, ageDays: 180 }, { ...finished, finished: false }];

    expect(completionChance(taken)).toBeCloseTo(2.25 / 4.25, 12);
  });

  it('expects a half of somebody without a record', () => {
    expect(completionChance([])).toBe(0.5);
  });

  it('shares the hope of completion, which falls with difficulty', () => {
    // T = 0.4 leaves 0.8; chances 0.75 and 0.25 make 1.
    expect(completionShares([0.75, 0.25], 0.4)).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.2, 12)]);
    expect([0, null, 1].map(hopeOf)).toEqual([1, 0.75, 0.5]);
  });
});

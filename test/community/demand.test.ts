import { describe, expect, it } from '@jest/globals';
import { decayedWeeks, demand } from '../../src/community/demand.ts';

/** Weeks in one half-life, decayed: 180 / ln 2 x (1 - 1/2) / 7. */
const HALF_LIFE_WEEKS = 90 / Math.LN2 / 7;

describe('demand', () => {
  it('is open work over the rate of completion, both decayed', () => {
    // Open: 1 + 1/2 = 1.5. Completed: 1 + 1 + 1/2 + 1/2 = 3 in 18.55 weeks. Waiting: 1.5 / (3 / 18.55).
    const found = demand([{ ageDays: 0 }, { ageDays: 180 }], [0, 0, 180, 180], 180);

    expect(found.open).toBe(1.5);
    expect(found.perWeek).toBeCloseTo(3 / HALF_LIFE_WEEKS, 12);
    expect(found.weeks).toBeCloseTo(HALF_LIFE_WEEKS / 2, 12);
  });

  it('grows with reactions', () => {
    // 1 + log2(1 + 3) = 3.
    expect(demand([{ ageDays: 0, reactions: 3 }], [0], 180).open).toBe(3);
  });

  it('tells the rate of work that goes on steadily', () => {
    // One completion every 3.5 days is two a week, whether the history is short or long.
    for (const days of [70, 700, 3500]) {
      const ages = Array.from({ length: days / 3.5 }, (_, at) => (at + 0.5) * 3.5);

      expect(demand([], ages, days).perWeek).toBeCloseTo(2, 3);
    }
  });

  it('is 0 where nothing is open and unbounded where nothing gets done', () => {
    expect(demand([], [], 180)).toEqual({ open: 0, perWeek: 0, weeks: 0 });
    expect(demand([{ ageDays: 0 }], [], 180).weeks).toBeNull();
  });

  it('takes the first days of a history for a week', () => {
    expect(decayedWeeks(0)).toBe(decayedWeeks(7));
    expect(decayedWeeks(7)).toBeCloseTo(1, 1);
  });
});

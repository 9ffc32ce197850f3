import { describe, expect, it } from '@jest/globals';
import { closedByWeek, forecast } from '../../src/community/forecast.ts';
import { seededRandom } from '../match/small-history.ts';

/** A week's closings: of 20 chances each comes true with one in five, 4 on average. */
function madeUpWeeks(random: () => number, count: number): number[] {
  return Array.from(
    { length: count },
    () => Array.from({ length: 20 }, random).filter((chance) => chance < 0.2).length,
  );
}

describe('forecast', () => {
  it('is plain division where every week was alike', () => {
    expect(forecast(10, [4, 4, 4], 1)).toEqual({ median: 3, lower: 3, upper: 3 });
    expect(forecast(0, [4], 1)).toEqual({ median: 0, lower: 0, upper: 0 });
  });

  it('sees no end where nothing was ever closed', () => {
    expect(forecast(1, [0, 0], 1)).toEqual({ median: null, lower: null, upper: null });
  });

  it('repeats itself for a seed', () => {
    expect(forecast(30, [1, 5, 2, 8], 7)).toEqual(forecast(30, [1, 5, 2, 8], 7));
  });

  it('has an interval that holds about four of five times on a made-up history', () => {
    const random = seededRandom(5);
    const trials = 100;
    let held = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const past = madeUpWeeks(random, 26);
      const { lower, upper } = forecast(40, past, trial);
      let [done, weeks] = [0, 0];
      for (; done < 40; weeks += 1) done += madeUpWeeks(random, 1)[0] ?? 0;
      if (lower !== null && upper !== null && lower <= weeks && weeks <= upper) held += 1;
    }

    // Whole weeks make it hold a little more often.
    expect(held / trials).toBeGreaterThan(0.75);
    expect(held / trials).toBeLessThan(0.95);
  });
});

describe('closings by week', () => {
  it('counts whole weeks that the history covers, the latest first', () => {
    expect(closedByWeek([0, 6.9, 7, 20, 22], 24)).toEqual([2, 1, 1]);
    expect(closedByWeek([1], 3)).toEqual([1]);
    expect(closedByWeek([-1, 400], 1_000)).toEqual(new Array(26).fill(0));
  });
});

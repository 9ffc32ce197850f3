import { describe, expect, it } from '@jest/globals';
import { meanInterval, shareInterval } from '../../src/match/confidence.ts';

describe("Wilson's interval", () => {
  it('is as worked by hand for 8 of 10', () => {
    // z² = 3.8416: middle (0.8 + 0.19208) / 1.38416, half 1.96 * sqrt(0.016 + 0.009604) / 1.38416.
    const { low, high } = shareInterval(8, 10);

    expect(low).toBeCloseTo(0.4902, 4);
    expect(high).toBeCloseTo(0.9433, 4);
  });

  it('stays within 0 and 1, and is certain of nothing without a question', () => {
    expect(shareInterval(0, 5).low).toBe(0);
    expect(shareInterval(5, 5).high).toBe(1);
    expect(shareInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe('the interval of a mean', () => {
  it('is a point where all values are the same', () => {
    expect(meanInterval([0.5, 0.5, 0.5])).toEqual({ low: 0.5, high: 0.5 });
  });

  it('is about two deviations of the mean to each side', () => {
    // Of 400 values, half of them 1: the mean has a deviation of 0.5 / 20.
    const { low, high } = meanInterval(Array.from({ length: 400 }, (_, n) => n % 2));

    expect(low).toBeCloseTo(0.5 - 0.049, 2);
    expect(high).toBeCloseTo(0.5 + 0.049, 2);
  });

  it('is the same every time', () => {
    const values = Array.from({ length: 50 }, (_, n) => 1 / (1 + (n % 7)));

    expect(meanInterval(values)).toEqual(meanInterval(values));
    expect(meanInterval([])).toEqual({ low: 0, high: 1 });
  });
});

import { describe, expect, it } from '@jest/globals';
import { binomialTail } from '../../src/community/binomial-tail.ts';

describe('binomialTail', () => {
  it('is as worked by hand', () => {
    // Of three coins two or three heads: 3 / 8 + 1 / 8. Of two dice at least one six: 11 / 36.
    expect(binomialTail(2, 3, 0.5)).toBeCloseTo(0.5, 12);
    expect(binomialTail(1, 2, 1 / 6)).toBeCloseTo(11 / 36, 12);
    expect(binomialTail(3, 3, 0.1)).toBeCloseTo(0.001, 12);
  });

  it('is certain of nothing at all, and rules out more than there are', () => {
    expect(binomialTail(0, 5, 0.1)).toBe(1);
    expect(binomialTail(6, 5, 0.9)).toBe(0);
  });

  it('holds for many', () => {
    // Symmetrical: all but the middle one half.
    expect(binomialTail(5_001, 10_001, 0.5)).toBeCloseTo(0.5, 9);
    // 5 deviations above the mean.
    expect(binomialTail(1_150, 10_000, 0.1)).toBeLessThan(1e-6);
  });
});

import { describe, expect, it } from '@jest/globals';
import { factorised, solveFactorised } from '../../src/match/solve-positive.ts';

describe('a positive matrix', () => {
  it('is solved by its factor', () => {
    // 4 x + 2 y = 10 and 2 x + 3 y = 11: x = 1, y = 3. Only the lower half is read.
    const factor = factorised(Float64Array.of(4, Number.NaN, 2, 3), 2);

    const [x = 0, y = 0] = solveFactorised(factor, Float64Array.of(10, 11));

    expect(x).toBeCloseTo(1, 12);
    expect(y).toBeCloseTo(3, 12);
  });
});

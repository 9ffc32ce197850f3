import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nthLargest } from '../../src/match/nth-largest.ts';

describe('the nth largest of values', () => {
  it('is the one at that place once they are sorted, however they stand and whatever is alike', () => {
    const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, min: 0.5 }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), fc.nat(), (values, some) => {
        const n = some % values.length;
        expect(nthLargest(Float64Array.from(values), n)).toEqual(values.toSorted((a, b) => b - a)[n]);
      }),
    );
  });

  it('keeps all values', () => {
    const values = Float64Array.of(3, 1, 2, 3, 0);
    nthLargest(values, 2);

    expect(values.toSorted()).toEqual(Float64Array.of(0, 1, 2, 3, 3));
  });
});

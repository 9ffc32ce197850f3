import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { packVector, unpackVector } from '../../src/text/packed-vector.ts';

const length = (vector: Float32Array) => Math.hypot(...vector);

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [x, y] = [Array.from(a), Array.from(b)];
  return x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0) / (Math.hypot(...x) * Math.hypot(...y));
}

const vectors = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 8, maxLength: 64 });

describe('packed vectors', () => {
  it('take a byte a number and come back with length 1 and nearly the same direction', () => {
    fc.assert(
      fc.property(vectors, (numbers) => {
        const packed = packVector(numbers);
        fc.pre(packed !== null);
        const unpacked = unpackVector(packed);

        expect(packed).toHaveLength(numbers.length);
        expect(length(unpacked)).toBeCloseTo(1, 5);
        expect(cosine(unpacked, numbers)).toBeGreaterThan(0.999);
      }),
    );
  });

  it('are the same bytes when they are packed again', () => {
    fc.assert(
      fc.property(vectors, (numbers) => {
        const packed = packVector(numbers);
        fc.pre(packed !== null);

        expect(packVector(unpackVector(packed))).toEqual(packed);
      }),
    );
  });

  it.each([[[]], [[0, 0, 0]], [[1, Number.NaN]], [[1, Number.POSITIVE_INFINITY]]])(
    'are not made of %j, which has no direction',
    (numbers) => {
      expect(packVector(numbers)).toBeNull();
    },
  );
});

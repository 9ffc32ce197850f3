import { describe, expect, it } from '@jest/globals';
import type { Exercise } from '../../src/match/exercise.ts';
import { fitWeights, sharesOf } from '../../src/match/fit-weights.ts';

/** Two candidates, of whom only the first has the one feature; `right` is who was right. */
function oneOfTwo(right: 0 | 1): Exercise {
  return {
    values: Float64Array.of(1, 0),
    right: Uint8Array.of(right === 0 ? 1 : 0, right === 1 ? 1 : 0),
    kept: 1,
    usual: 1,
    known: 10,
    information: Float64Array.of(1 / 4),
  };
}

/** Out of so many exercises, the first candidate was right in `first`. */
function exercises(all: number, first: number): Exercise[] {
  return Array.from({ length: all }, (_, at) => oneOfTwo(at < first ? 0 : 1));
}

const unsure = { mean: Float64Array.of(0), precision: Float64Array.of(1e-9) };

describe('weights fitted to exercises', () => {
  it('are the log odds of being right where one feature tells two people apart', () => {
    const [weight = 0] = fitWeights(exercises(100, 80), unsure);

    expect(weight).toBeCloseTo(Math.log(80 / 20), 2);
  });

  it('stay where they are without exercises', () => {
    expect([...fitWeights([], { mean: Float64Array.of(0.3), precision: Float64Array.of(1) })]).toEqual([0.3]);
  });

  it('solve slope and belief together: n (share - chance) = precision * (weight - mean)', () => {
    const mean = 0.5;
    const precision = 8;

    const [weight = 0] = fitWeights(exercises(20, 16), {
      mean: Float64Array.of(mean),
      precision: Float64Array.of(precision),
    });

    const chance = 1 / (1 + Math.exp(-weight));
    expect(20 * (16 / 20 - chance)).toBeCloseTo(precision * (weight - mean), 1);
    expect(weight).toBeGreaterThan(mean);
    expect(weight).toBeLessThan(Math.log(4));
  });

  it('share a question among all who were right', () => {
    const both: Exercise = { ...oneOfTwo(0), right: Uint8Array.of(1, 1) };

    const [weight = 1] = fitWeights([both, both], unsure);

    expect(weight).toBeCloseTo(0, 6);
  });

  it('learn nothing from questions whose right answer nobody knew', () => {
    const lost: Exercise = { ...oneOfTwo(0), right: Uint8Array.of(0, 0) };

    expect([...fitWeights([lost], { mean: Float64Array.of(0.7), precision: Float64Array.of(1) })]).toEqual([0.7]);
  });

  it('stay finite where every exercise says the same', () => {
    const [weight = Number.NaN] = fitWeights(exercises(300, 300), {
      mean: Float64Array.of(0),
      precision: Float64Array.of(20),
    });

    expect(weight).toBeGreaterThan(1);
    expect(weight).toBeLessThan(6);
  });
});

describe('shares of candidates', () => {
  it('are the parts of the exponentials of their scores', () => {
    const shares = sharesOf(Float64Array.of(1, 0, 0, 1), Float64Array.of(Math.log(3), 0));

    expect(shares[0]).toBeCloseTo(3 / 4, 12);
    expect(shares[1]).toBeCloseTo(1 / 4, 12);
  });
});

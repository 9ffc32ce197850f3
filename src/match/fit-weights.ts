import type { Exercise } from './exercise.ts';
import { factorised, solveFactorised } from './solve-positive.ts';

/** What is believed of weights before anything was seen: the mean and how sure it is (1 / variance) of each. */
export interface WeightPrior {
  mean: Float64Array;
  precision: Float64Array;
}

const MOST_STEPS = 12;
/** Smaller ones change no order and no chance that anybody would see. */
const SMALLEST_STEP = 2e-3;
const SMALLEST_PART = 1 / 16;

/**
 * The most likely weights after the exercises: a conditional logit, where all who were right share the question.
 * Always the same steps from the same start, so that the same exercises give the same weights to the last bit.
 */
export function fitWeights(
  exercises: readonly Exercise[],
  prior: WeightPrior,
  start: { at: Float64Array; steps: number } = { at: prior.mean, steps: MOST_STEPS },
): Float64Array {
  const told = exercises.filter(({ right }) => right.includes(1));
  if (told.length === 0) return prior.mean;
  let weights = start.at;
  const curvature = factorised(curvatureOf(told, prior), weights.length);
  let here = slopeAt(weights, told, prior);
  for (let step = 0; step < start.steps; step++) {
    const direction = solveFactorised(curvature, here.slope);
    let part = 1;
    let next = moved(weights, direction, part);
    let there = slopeAt(next, told, prior);
    while (there.likelihood < here.likelihood && part > SMALLEST_PART) {
      part /= 2;
      next = moved(weights, direction, part);
      there = slopeAt(next, told, prior);
    }
    if (there.likelihood <= here.likelihood) return weights;
    weights = next;
    here = there;
    if (direction.every((by) => Math.abs(by * part) < SMALLEST_STEP)) return weights;
  }
  return weights;
}

/** The curvature at the mean is used all along: taken anew at each step it would cost more than it saves. */
function curvatureOf(exercises: readonly Exercise[], { precision }: WeightPrior): Float64Array {
  const features = precision.length;
  const sum = new Float64Array(features * features);
  for (const { information } of exercises) {
    for (let cell = 0; cell < sum.length; cell++) sum[cell] = (sum[cell] ?? 0) + (information[cell] ?? 0);
  }
  for (let f = 0; f < features; f++) sum[f * features + f] = (sum[f * features + f] ?? 0) + (precision[f] ?? 0);
  return sum;
}

function moved(weights: Float64Array, direction: Float64Array, part: number): Float64Array {
  return weights.map((weight, f) => weight + part * (direction[f] ?? 0));
}

interface Slope {
  likelihood: number;
  slope: Float64Array;
}

function slopeAt(weights: Float64Array, exercises: readonly Exercise[], { mean, precision }: WeightPrior): Slope {
  const slope = new Float64Array(weights.length);
  let likelihood = 0;
  for (const [f, weight] of weights.entries()) {
    const off = weight - (mean[f] ?? 0);
    slope[f] = -(precision[f] ?? 0) * off;
    likelihood -= ((precision[f] ?? 0) * off * off) / 2;
  }
  for (const exercise of exercises) likelihood += addSlope(exercise, weights, slope);
  return { likelihood, slope };
}

/** Adds what one exercise says to the slope; the log likelihood of its right answers comes back. */
function addSlope({ values, right }: Exercise, weights: Float64Array, slope: Float64Array): number {
  const shares = sharesOf(values, weights);
  const share = 1 / right.reduce((a, b) => a + b, 0);
  let likelihood = 0;
  let at = 0;
  for (const [row, chance] of shares.entries()) {
    const isRight = right[row] === 1;
    const pull = (isRight ? share : 0) - chance;
    if (isRight) likelihood += share * Math.log(Math.max(chance, Number.MIN_VALUE));
    for (let f = 0; f < weights.length; f++) slope[f] = (slope[f] ?? 0) + pull * (values[at++] ?? 0);
  }
  return likelihood;
}

/** The part of all odds that each candidate has by these weights. */
export function sharesOf(values: Float64Array, weights: Float64Array): Float64Array {
  const shares = new Float64Array(values.length / weights.length);
  let best = Number.NEGATIVE_INFINITY;
  for (let row = 0, at = 0; row < shares.length; row++) {
    let score = 0;
    for (let f = 0; f < weights.length; f++) score += (weights[f] ?? 0) * (values[at++] ?? 0);
    shares[row] = score;
    if (score > best) best = score;
  }
  let all = 0;
  for (let row = 0; row < shares.length; row++) {
    const odds = Math.exp((shares[row] ?? 0) - best);
    shares[row] = odds;
    all += odds;
  }
  for (let row = 0; row < shares.length; row++) shares[row] = (shares[row] ?? 0) / all;
  return shares;
}

import { rowLogOdds } from './label-chance.ts';
import { ROW_LENGTH, rowOrder } from './label-evidence-row.ts';
import type { LabelExam } from './label-exam.ts';
import { labelPrior } from './label-prior.ts';
import { logistic } from './probability.ts';
import { factorised, solveFactorised } from './solve-positive.ts';
import type { Steps } from './steps.ts';

/** Exams as a table: one row for each label that was judged. */
export interface LabelRows {
  /** Row after row. */
  values: Float64Array;
  right: Uint8Array;
}

/** Added up in one piece, which takes some milliseconds. */
const ROWS_AT_ONCE = 4000;

const MOST_STEPS = 12;
const SMALLEST_STEP = 2e-3;
const SMALLEST_PART = 1 / 16;

export const priorMeans = Float64Array.from(rowOrder, (name) => labelPrior[name].mean);
const precisions = Float64Array.from(rowOrder, (name) => 1 / labelPrior[name].variance);

export function labelRows(exams: readonly LabelExam[]): LabelRows {
  const count = exams.reduce((sum, { right }) => sum + right.length, 0);
  const table = { values: new Float64Array(count * ROW_LENGTH), right: new Uint8Array(count) };
  let row = 0;
  for (const { rows, right } of exams) {
    table.values.set(rows, row * ROW_LENGTH);
    table.right.set(right, row);
    row += right.length;
  }
  return table;
}

/**
 * The most likely weights of a logistic regression after the exams, leaning on the prior. Always the same steps, so that
 * the same exams in the same order give the same weights to the last bit.
 */
export function* fitLabelWeights(rows: LabelRows, start: Float64Array = priorMeans): Steps<Float64Array> {
  let weights = start;
  if (rows.right.length === 0) return weights;
  yield;
  let here = likelihood(rows, weights);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const direction = yield* newtonStep(rows, weights);
    yield;
    let part = 1;
    let there = likelihood(rows, moved(weights, direction, part));
    while (there < here && part > SMALLEST_PART) {
      yield;
      part /= 2;
      there = likelihood(rows, moved(weights, direction, part));
    }
    if (there <= here) return weights;
    weights = moved(weights, direction, part);
    here = there;
    if (direction.every((by) => Math.abs(by * part) < SMALLEST_STEP)) return weights;
  }
  return weights;
}

function moved(weights: Float64Array, direction: Float64Array, part: number): Float64Array {
  return weights.map((weight, at) => weight + part * (direction[at] ?? 0));
}

function likelihood({ values, right }: LabelRows, weights: Float64Array): number {
  let sum = 0;
  for (const [at, weight] of weights.entries()) {
    sum -= ((precisions[at] ?? 0) * (weight - (priorMeans[at] ?? 0)) ** 2) / 2;
  }
  for (let row = 0; row < right.length; row += 1) {
    const odds = rowLogOdds(values, row, weights);
    // The log of 1 + e^odds, which must not overflow.
    sum += (right[row] ?? 0) * odds - Math.max(0, odds) - Math.log1p(Math.exp(-Math.abs(odds)));
  }
  return sum;
}

function* newtonStep({ values, right }: LabelRows, weights: Float64Array): Steps<Float64Array> {
  const many = weights.length;
  const slope = weights.map((weight, at) => -(precisions[at] ?? 0) * (weight - (priorMeans[at] ?? 0)));
  const curvature = new Float64Array(many * many);
  for (let at = 0; at < many; at += 1) curvature[at * many + at] = precisions[at] ?? 0;
  for (let row = 0; row < right.length; row += 1) {
    if (row % ROWS_AT_ONCE === 0) yield;
    const chance = logistic(rowLogOdds(values, row, weights));
    const of = values.subarray(row * many, (row + 1) * many);
    addScaled(of, (right[row] ?? 0) - chance, slope);
    addSquare(of, chance * (1 - chance), curvature);
  }
  return solveFactorised(factorised(curvature, many), slope);
}

function addScaled(values: Float64Array, factor: number, into: Float64Array): void {
  for (let at = 0; at < into.length; at += 1) into[at] = (into[at] ?? 0) + factor * (values[at] ?? 0);
}

/** The lower half of the products of each two values. */
function addSquare(values: Float64Array, factor: number, into: Float64Array): void {
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value === 0) continue;
    for (let other = 0; other <= at; other += 1) {
      const cell = at * values.length + other;
      into[cell] = (into[cell] ?? 0) + factor * value * (values[other] ?? 0);
    }
  }
}

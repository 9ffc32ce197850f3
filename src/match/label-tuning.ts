import { type Mending, mendChances, type Stated } from './calibrate.ts';
import { labelLogOdds } from './label-chance.ts';
import type { LabelExam } from './label-exam.ts';
import { fitLabelWeights, labelRows } from './label-fit.ts';
import { createPastPrecision, type PastAnswer, type PastPrecision } from './past-precision.ts';
import { logistic } from './probability.ts';
import type { Steps } from './steps.ts';

/** How one repository weighs what is known of its labels, and how sure it may be, learnt from its own past. */
export interface LabelTuning {
  /** Of each row the chance that people give the label, where threads usually have so many. */
  chances(rows: Float64Array, usual: number): Float64Array;
  precision: PastPrecision;
}

/** How far the mending of single repositories strays from none at all, as variances. */
const MENDING = { shift: 0.05, slope: 0.02 };
/** Chances are judged on about as many labels as are ever shown. */
const JUDGED = 3;
/** Each piece takes some milliseconds. */
const EXAMS_AT_ONCE = 50;

export function* tuneLabels(exams: readonly LabelExam[]): Steps<LabelTuning> {
  const weights = yield* fitLabelWeights(labelRows(exams));
  const past = yield* statedHonestly(exams, weights);
  const likeliest = yield* eachInTurn(past, mostLikely);
  const mending = mendChances(likeliest.flat(), MENDING);
  yield;
  const chanceOf = (odds: number) => logistic(mended(odds, mending));
  const answers = yield* eachInTurn(past, (exam) =>
    exam.map(({ name, logOdds, right }): PastAnswer => ({ name, chance: chanceOf(logOdds), right })),
  );
  return {
    chances: (rows, usual) => labelLogOdds(rows, weights, usual).map(chanceOf),
    precision: createPastPrecision(answers.flat()),
  };
}

function mended(logOdds: number, { shift, slope }: Mending): number {
  return shift + slope * logOdds;
}

interface StatedLabel extends Stated {
  name: string;
}

/** What would have been stated of each half of the exams by weights that never saw it: the others are too sure. */
function* statedHonestly(exams: readonly LabelExam[], weights: Float64Array): Steps<StatedLabel[][]> {
  const middle = exams.length >> 1;
  const [older, newer] = [exams.slice(0, middle), exams.slice(middle)];
  const forOlder = yield* fitLabelWeights(labelRows(newer), weights);
  yield;
  const forNewer = yield* fitLabelWeights(labelRows(older), weights);
  yield;
  const statedOfOlder = yield* eachInTurn(older, (exam) => statedOf(exam, forOlder));
  const statedOfNewer = yield* eachInTurn(newer, (exam) => statedOf(exam, forNewer));
  return [...statedOfOlder, ...statedOfNewer];
}

function statedOf({ names, rows, right, usual }: LabelExam, weights: Float64Array): StatedLabel[] {
  const logOdds = labelLogOdds(rows, weights, usual);
  return names.map((name, at) => ({ name, right: right[at] === 1, logOdds: logOdds[at] ?? 0, ceiling: 1 }));
}

function* eachInTurn<T, U>(list: readonly T[], make: (one: T) => U): Steps<U[]> {
  const made: U[] = [];
  for (const [at, one] of list.entries()) {
    if (at % EXAMS_AT_ONCE === 0) yield;
    made.push(make(one));
  }
  return made;
}

function mostLikely(answers: readonly StatedLabel[]): StatedLabel[] {
  return answers.toSorted((a, b) => b.logOdds - a.logOdds || (a.name < b.name ? -1 : 1)).slice(0, JUDGED);
}

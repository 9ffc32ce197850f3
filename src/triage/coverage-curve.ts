import type { CoveragePoint, KeptPromise, Shown } from '../domain/backtest-report.ts';
import type { AskedQuestion, GivenAnswer } from './asked-question.ts';
import { isSureEnough } from './sure-enough.ts';

/** `minPrecision` 0.05, 0.1 and so on up to 0.95. */
const STEPS = 20;

/** Fewer are left to chance: the share of right ones among 200 is known to about 6 points. */
const ENOUGH_SHOWN = 200;
const TOLERANCE = 0.05;

export function shownAt(given: readonly GivenAnswer[], minPrecision: number, max: number): GivenAnswer[] {
  return given.filter((answer) => isSureEnough(answer, minPrecision)).slice(0, max);
}

export function coverageAt(questions: readonly AskedQuestion[], minPrecision: number, max: number): CoveragePoint {
  const sums = { answered: 0, shown: 0, right: 0 };
  let promised = 0;
  for (const { given, right } of questions) {
    const shown = shownAt(given, minPrecision, max);
    if (shown.length > 0) sums.answered++;
    sums.shown += shown.length;
    promised += shown.reduce((sum, { probability }) => sum + probability, 0);
    sums.right += shown.filter(({ name }) => right.has(name)).length;
  }
  return {
    minPrecision,
    ...sums,
    coverage: sums.answered / Math.max(1, questions.length),
    precision: sums.shown === 0 ? null : sums.right / sums.shown,
    promised: sums.shown === 0 ? null : promised / sums.shown,
  };
}

export function coverageCurve(
  questions: readonly AskedQuestion[],
  { minPrecision, max }: { minPrecision: number; max: number },
): Shown {
  const curve = Array.from({ length: STEPS - 1 }, (_, at) => coverageAt(questions, (at + 1) / STEPS, max));
  return { max, minPrecision, curve, promise: keptPromise(curve) };
}

function keptPromise(curve: readonly CoveragePoint[]): KeptPromise {
  const judged = curve.filter(({ shown }) => shown >= ENOUGH_SHOWN);
  const kept = judged.filter(({ precision, minPrecision }) => (precision ?? 0) >= minPrecision - TOLERANCE);
  const honest = judged.filter(({ precision, promised }) => Math.abs((precision ?? 0) - (promised ?? 0)) <= TOLERANCE);
  return {
    atLeast: ENOUGH_SHOWN,
    within: TOLERANCE,
    judged: judged.length,
    kept: kept.length,
    honest: honest.length,
  };
}

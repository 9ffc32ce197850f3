import type { Tenth } from '../domain/backtest-report.ts';
import type { AskedQuestion } from './asked-question.ts';

const BINS = 10;
/** Probabilities are judged on about as many answers as are ever shown. */
const JUDGED_ANSWERS = 3;

/** What was promised beside what came true, by tenths of probability. */
export function reliability(questions: readonly AskedQuestion[]): { tenths: Tenth[]; error: number } {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, promised: 0, right: 0 }));
  for (const { given, right } of questions) {
    for (const { name, probability } of given.slice(0, JUDGED_ANSWERS)) {
      const bin = bins[Math.min(BINS - 1, Math.floor(probability * BINS))];
      if (bin === undefined) continue;
      bin.count++;
      bin.promised += probability;
      if (right.has(name)) bin.right++;
    }
  }
  const counted = bins.reduce((sum, { count }) => sum + count, 0);
  const gaps = bins.reduce((sum, { promised, right }) => sum + Math.abs(promised - right), 0);
  const tenths = bins.map(({ count, promised, right }, at) => ({
    from: at / BINS,
    count,
    promised: count === 0 ? null : promised / count,
    cameTrue: count === 0 ? null : right / count,
  }));
  return { tenths, error: gaps / Math.max(1, counted) };
}

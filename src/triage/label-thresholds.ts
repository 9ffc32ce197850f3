import type { LabelThreshold } from '../domain/quality-part.ts';
import type { AskedQuestion } from './asked-question.ts';
import { shownAt } from './coverage-curve.ts';

type Answered = Pick<AskedQuestion, 'right' | 'given'>;

/** From which probability on each label was shown, and how often that was right. */
export function labelThresholds(
  questions: readonly Answered[],
  { minPrecision, max }: { minPrecision: number; max: number },
): LabelThreshold[] {
  const found = new Map<string, LabelThreshold>();
  const of = (label: string) => {
    const known = found.get(label) ?? { label, from: null, right: 0, shown: 0, hits: 0 };
    found.set(label, known);
    return known;
  };
  for (const { right, given } of questions) {
    for (const label of right) of(label).right += 1;
    for (const { name, probability } of shownAt(given, minPrecision, max)) {
      const threshold = of(name);
      threshold.shown += 1;
      threshold.from = Math.min(threshold.from ?? 1, probability);
      if (right.has(name)) threshold.hits += 1;
    }
  }
  return [...found.values()].sort((a, b) => b.right - a.right || (a.label < b.label ? -1 : 1));
}

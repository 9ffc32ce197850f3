import type { PersonScores } from '../domain/backtest-report.ts';
import type { AskedQuestion } from './asked-question.ts';
import { shownAt } from './coverage-curve.ts';

/** How it goes for each possible answer; the most often right first, equal ones by name. */
export function perPerson(
  questions: readonly AskedQuestion[],
  { minPrecision, max }: { minPrecision: number; max: number },
): PersonScores[] {
  const counts = new Map<string, { right: number; suggested: number; hits: number }>();
  const of = (name: string) => {
    const known = counts.get(name) ?? { right: 0, suggested: 0, hits: 0 };
    counts.set(name, known);
    return known;
  };
  let suggestions = 0;
  let answers = 0;
  for (const { given, right } of questions) {
    for (const name of right) of(name).right++;
    answers += right.size;
    for (const { name } of shownAt(given, minPrecision, max)) {
      suggestions++;
      of(name).suggested++;
      if (right.has(name)) of(name).hits++;
    }
  }
  return [...counts]
    .map(([name, { right, suggested, hits }]) => ({
      name,
      right,
      suggested,
      hits,
      precision: suggested === 0 ? null : hits / suggested,
      recall: right === 0 ? null : hits / right,
      shareOfWork: right / Math.max(1, answers),
      shareOfSuggestions: suggested / Math.max(1, suggestions),
    }))
    .toSorted((a, b) => b.right - a.right || b.suggested - a.suggested || (a.name < b.name ? -1 : 1));
}

import type { LabelsReport } from '../domain/classification.ts';
import type { AskedQuestion, GivenAnswer } from './asked-question.ts';
import { averagePrecisions, type ClassifiedQuestion, classificationReport } from './classification-report.ts';
import { shownAt } from './coverage-curve.ts';

type Answered = Pick<AskedQuestion, 'right' | 'given'>;

/** Of the labels that would have been shown, and of those put first. */
export function labelsReport(
  questions: readonly Answered[],
  { minPrecision, max }: { minPrecision: number; max: number },
): LabelsReport {
  const shown = questions.map((question) => decided(question, shownAt(question.given, minPrecision, max)));
  const first = questions.map((question) => decided(question, question.given.slice(0, 1)));
  const precisions = [...averagePrecisions(shown).values()];
  return {
    singleLabel: questions.every(({ right }) => right.size === 1),
    shown: classificationReport(shown),
    first: classificationReport(first),
    averagePrecision: precisions.reduce((sum, one) => sum + one, 0) / Math.max(1, precisions.length),
  };
}

function decided({ right, given }: Answered, answers: readonly GivenAnswer[]): ClassifiedQuestion {
  return { right, given, decided: new Set(answers.map(({ name }) => name)) };
}

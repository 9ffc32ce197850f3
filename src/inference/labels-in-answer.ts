import { ModelError } from './model-error.ts';

export interface ScoredLabel {
  label: string;
  /** 0..1 */
  score: number;
}

const MOST_LABELS = 1000;
const LONGEST_LABEL = 200;
/** Some servers round up. */
const LARGEST_SCORE = 1.000001;

/** Best first. @throws ModelError where it is something else than labels with a score between 0 and 1. */
export function labelsInAnswer(answer: unknown): ScoredLabel[] {
  if (!Array.isArray(answer) || answer.length === 0 || answer.length > MOST_LABELS) throw invalid('no list of labels');
  const labels = answer.map(({ label, score }: { label?: unknown; score?: unknown }) => {
    if (typeof label !== 'string' || label.length > LONGEST_LABEL) throw invalid('something else than labels');
    if (typeof score !== 'number' || !(score >= 0 && score <= LARGEST_SCORE)) throw invalid('a score that is none');
    return { label, score: Math.min(1, score) };
  });
  if (new Set(labels.map(({ label }) => label)).size !== labels.length) throw invalid('a label twice');
  return labels.toSorted((a, b) => b.score - a.score || a.label.localeCompare(b.label));
}

/** Each label that was asked for, and no other. @throws ModelError */
export function askedLabelsInAnswer(answer: unknown, asked: string[]): ScoredLabel[] {
  const labels = labelsInAnswer(answer);
  if (labels.length !== asked.length || labels.some(({ label }) => !asked.includes(label))) {
    throw invalid('other labels than were asked for');
  }
  return labels;
}

/** A text sent alone is answered by a list of labels or by a list of such a list: made the latter. */
export function nestedLabels(answer: unknown): unknown {
  return Array.isArray(answer) && answer.length > 0 && !Array.isArray(answer[0]) ? [answer] : answer;
}

function invalid(what: string): ModelError {
  return new ModelError('invalid', `the answer to a classification holds ${what}`);
}

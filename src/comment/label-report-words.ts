import type { ClassificationReport, ClassScores } from '../domain/classification.ts';
import type { ModelComparison } from '../domain/model-comparison.ts';
import type { RetrievalScores } from '../domain/retrieval.ts';
import { count, percent } from './backtest-words.ts';
import { cleanLine } from './escape.ts';

/** How labels and what is found are told, on a terminal and on a page. */

export const CONTENT_KINDS: Record<RetrievalScores['kind'], string> = {
  all: 'all content',
  thread: 'threads',
  document: 'documents',
  unknown: 'not told of before',
};

const LONGEST_NAME = 60;

export const CLASS_COLUMNS = ['precision', 'recall', 'F1', 'support', 'given', 'avg. precision'];

/** How it is decided what is shown. */
export function shownRule({ minPrecision, max }: { minPrecision: number; max: number }): string {
  return `Each from where it was right ${percent(minPrecision)} of the time before, at most ${max} at once`;
}

export function averagesOf({ micro, macro, weighted, samples }: ClassificationReport): [string, ClassScores][] {
  return [
    ['micro average', micro],
    ['macro average', macro],
    ['weighted average', weighted],
    ['samples average', samples],
  ];
}

/** What is to be known of the comparison besides its numbers. */
export function modelSentences({ asked, answered, problem, ...names }: ModelComparison): string[] {
  const model = cleanLine(names.model, LONGEST_NAME);
  const strangeLabels = names.strangeLabels.map((label) => cleanLine(label, LONGEST_NAME));
  if (problem?.kind === 'not-configured') {
    return [
      `${model} was not asked: no server is configured. Set HF_LABELS_URL, HF_ENDPOINT_URL or HF_TOKEN ` +
        '(docs/configuration.md).',
    ];
  }
  const why = problem === null ? '' : `: ${problem.because}`;
  return [
    `${model} answered ${count(answered)} of the newest ${count(asked)} questions${why}.`,
    ...(strangeLabels.length === 0
      ? []
      : [
          `It also gives labels that this history does not have, such as ${strangeLabels.join(', ')}: ` +
            'names are set by id2label in its config.json.',
        ]),
  ];
}

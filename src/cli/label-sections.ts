import { count, score } from '../comment/backtest-words.ts';
import { averagesOf, CLASS_COLUMNS, CONTENT_KINDS, modelSentences, shownRule } from '../comment/label-report-words.ts';
import type { BacktestReport } from '../domain/backtest-report.ts';
import type { ClassificationReport, ClassScores, LabelScores } from '../domain/classification.ts';
import type { ComparedAnswers } from '../domain/model-comparison.ts';
import { cut, wrap } from './drawn.ts';
import { numberTable, printable } from './table.ts';

const LABELS = 20;
const NAME_COLUMNS = 38;
const COLUMNS = 100;

/** The cut that a history of single labels is judged by comes first. */
export function labelSections({ labels, shown }: BacktestReport): string[][] {
  if (labels === null || shown === null) return [];
  const first = [
    'LABELS BY WHAT IS PUT FIRST, HOWEVER UNSURE',
    ...classLines(labels.first, { thresholds: false }),
    `Average precision, whatever the threshold: ${score(labels.averagePrecision)} (mean over labels).`,
  ];
  const byDefault = [
    'LABELS AS SHOWN BY DEFAULT',
    `${shownRule(shown)} (from: the probability).`,
    ...classLines(labels.shown, { thresholds: true }),
  ];
  return labels.singleLabel ? [first, byDefault] : [byDefault, first];
}

function classLines(report: ClassificationReport, { thresholds }: { thresholds: boolean }): string[] {
  const { labels } = report;
  const rows = labels
    .slice(0, LABELS)
    .map((label) => [
      cut(printable(label.name), NAME_COLUMNS, 'end'),
      ...classCells(label),
      count(label.given),
      score(label.averagePrecision),
      ...(thresholds ? [threshold(label)] : []),
    ]);
  const averages = averagesOf(report).map(([name, scores]) => [name, ...classCells(scores)]);
  const lines = numberTable([
    ['', ...CLASS_COLUMNS.slice(0, -1), 'avg. prec.', ...(thresholds ? ['from'] : [])],
    ...rows,
    ...averages,
  ]).split('\n');
  const rest = labels.length - rows.length;
  const more = rest > 0 ? [`and ${count(rest)} more labels with less support; --json tells all`] : [];
  return [...lines.slice(0, 1 + rows.length), ...more, ...lines.slice(1 + rows.length)];
}

function threshold({ from }: LabelScores): string {
  return from === null ? 'never' : score(from);
}

export function classCells({ precision, recall, f1, support }: ClassScores): string[] {
  return [score(precision), score(recall), score(f1), count(support)];
}

export function retrievalSection({ retrieval }: BacktestReport): string[] {
  if (retrieval.length === 0) return [];
  const rows = retrieval.map(({ kind, questions, recall1, recall3, recall5, recall10, mrr }) => [
    CONTENT_KINDS[kind],
    count(questions),
    ...[recall1, recall3, recall5, recall10, mrr].map(score),
  ]);
  return [
    'HOW MUCH OF WHAT IS RIGHT IS FOUND, BY KIND OF CONTENT',
    numberTable([['', 'questions', 'recall@1', 'recall@3', 'recall@5', 'recall@10', 'MRR'], ...rows]),
  ];
}

export function modelSection({ model }: BacktestReport): string[] {
  if (model === null) return [];
  const told = modelSentences(model).map((sentence) => wrap(printable(sentence), COLUMNS));
  const title = 'A MODEL TRAINED ELSEWHERE, ON THE SAME QUESTIONS';
  if (model.answered === 0) return [title, ...told];
  const head = ['', 'top-1', 'top-3', 'MRR', 'micro F1', 'macro F1', 'avg. prec.', 'shown P', 'shown R'];
  const rows = [
    ['CommScore', ...comparedCells(model.embedded)],
    [cut(printable(model.model), 25, 'start'), ...comparedCells(model.byModel)],
  ];
  return [title, numberTable([head, ...rows]), ...told];
}

function comparedCells({ scores, labels: { first, shown, averagePrecision } }: ComparedAnswers): string[] {
  return [
    ...[scores.top1, scores.top3, scores.mrr, first.micro.f1, first.macro.f1, averagePrecision],
    ...[shown.micro.precision, shown.micro.recall],
  ].map(score);
}

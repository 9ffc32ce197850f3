import { count, score } from '../comment/backtest-words.ts';
import { averagesOf, CLASS_COLUMNS, CONTENT_KINDS } from '../comment/label-report-words.ts';
import type { ClassificationReport, ClassScores, LabelScores } from '../domain/classification.ts';
import type { ComparedAnswers, ModelComparison } from '../domain/model-comparison.ts';
import type { RetrievalScores } from '../domain/retrieval.ts';
import type { ReportTable } from './report-table.ts';

export function averagesTable(report: ClassificationReport): ReportTable {
  return {
    rows: 'Average',
    columns: CLASS_COLUMNS.slice(0, 4),
    body: averagesOf(report).map(([name, scores]) => [name, ...classCells(scores)]),
  };
}

export function labelsTable({ labels }: ClassificationReport): ReportTable {
  return {
    rows: 'Label',
    columns: CLASS_COLUMNS,
    body: labels.map((label) => [label.name, ...labelCells(label)]),
  };
}

export function shownLabelsTable({ labels }: ClassificationReport): ReportTable {
  return {
    rows: 'Label',
    columns: [...CLASS_COLUMNS, 'shown from'],
    body: labels.map((label) => [
      ...[label.name, ...labelCells(label)],
      label.from === null ? 'never' : score(label.from),
    ]),
  };
}

function labelCells(label: LabelScores): string[] {
  return [...classCells(label), count(label.given), score(label.averagePrecision)];
}

function classCells({ precision, recall, f1, support }: ClassScores): string[] {
  return [score(precision), score(recall), score(f1), count(support)];
}

export function retrievalTable(retrieval: readonly RetrievalScores[]): ReportTable {
  return {
    rows: 'Right answers',
    columns: ['questions', 'recall@1', 'recall@3', 'recall@5', 'recall@10', 'MRR'],
    body: retrieval.map(({ kind, questions, recall1, recall3, recall5, recall10, mrr }) => [
      CONTENT_KINDS[kind],
      count(questions),
      ...[recall1, recall3, recall5, recall10, mrr].map(score),
    ]),
  };
}

export function modelTable({ model, byModel, embedded }: ModelComparison): ReportTable {
  return {
    rows: 'Answers by',
    columns: ['top-1', 'top-3', 'MRR', 'micro F1', 'macro F1', 'avg. precision', 'precision shown', 'recall shown'],
    body: [
      ['CommScore', ...comparedCells(embedded)],
      [model, ...comparedCells(byModel)],
    ],
  };
}

function comparedCells({ scores, labels: { first, shown, averagePrecision } }: ComparedAnswers): string[] {
  return [
    ...[scores.top1, scores.top3, scores.mrr, first.micro.f1, first.macro.f1, averagePrecision],
    ...[shown.micro.precision, shown.micro.recall],
  ].map(score);
}

import type { BacktestTask, BaselineKind, CoveragePoint, Tenth } from '../domain/backtest-report.ts';
import type { ClassScores } from '../domain/classification.ts';
import type { LabelThreshold, QualityPart, QualityReport } from '../domain/quality-part.ts';
import type { RankingScores } from '../domain/ranking-scores.ts';
import { type QualityColumn, qualityWords } from './quality-words.ts';
import { type Column, type TableOf, tableOf } from './table.ts';
import { percent, type View } from './view.ts';

/** What the page is made of; null before the history was rehearsed. */
export interface Rehearsed {
  body: QualityPart | null;
}

type OfTask<Row> = Row & { task: BacktestTask };

const says = (view: View) => qualityWords[view.language];
const title = (column: QualityColumn) => (view: View) => says(view).columns[column];
const decimals = (value: number | null) => value?.toFixed(3) ?? '';

function column<Row>(
  key: QualityColumn,
  value: (row: Row) => number | null,
  look: 'share' | 'score' | 'count',
): Column<Row> {
  const shown = {
    share: (row: Row, view: View) => percent(value(row), view),
    score: (row: Row) => decimals(value(row)),
    count: null,
  }[look];
  return { key, title: title(key), value, ...(shown !== null && { shown }) };
}

function taskColumn<Row>(): Column<OfTask<Row>> {
  return {
    key: 'task',
    title: title('task'),
    value: ({ task }) => task,
    shown: ({ task }, view) => says(view).tasks[task],
  };
}

function rowsOf<Row>(of: (report: QualityReport) => readonly Row[]): TableOf<Rehearsed, OfTask<Row>>['rows'] {
  return ({ body }) =>
    (body?.reports ?? []).flatMap((report) => of(report).map((row) => ({ ...row, task: report.task })));
}

const shared = { none: (view: View) => says(view).nothing };

export const rankingTable = tableOf<Rehearsed, OfTask<{ by: BaselineKind | 'commscore'; scores: RankingScores }>>({
  ...shared,
  name: 'ranking',
  about: 'How often a right answer was at the top, beside simple answers to the same questions.',
  caption: (view) => says(view).ranking,
  rows: rowsOf(({ scores, baselines }) => [
    { by: 'commscore' as const, scores },
    ...baselines.map(({ kind, scores: theirs }) => ({ by: kind, scores: theirs })),
  ]),
  columns: [
    taskColumn(),
    {
      ...{ key: 'answersBy', title: title('answersBy'), value: ({ by }) => by, align: 'text' },
      shown: ({ by }, view) => says(view).by[by],
    },
    column('questions', ({ scores }) => scores.questions, 'count'),
    column('top1', ({ scores }) => scores.top1, 'score'),
    column('top3', ({ scores }) => scores.top3, 'score'),
    column('top5', ({ scores }) => scores.top5, 'score'),
    column('mrr', ({ scores }) => scores.mrr, 'score'),
    column('recall5', ({ scores }) => scores.recall5, 'score'),
  ],
});

export const coverageTable = tableOf<Rehearsed, OfTask<CoveragePoint>>({
  ...shared,
  name: 'coverage',
  about: 'What would have been shown at each minPrecision, and how much of it was right.',
  caption: (view) => says(view).coverage,
  rows: rowsOf(({ shown }) => shown?.curve ?? []),
  columns: [
    taskColumn(),
    column('minPrecision', ({ minPrecision }) => minPrecision, 'count'),
    column('coverage', ({ coverage }) => coverage, 'share'),
    column('precision', ({ precision }) => precision, 'share'),
    column('promised', ({ promised }) => promised, 'share'),
    column('shown', ({ shown }) => shown, 'count'),
    column('right', ({ right }) => right, 'count'),
  ],
});

export const calibrationTable = tableOf<Rehearsed, OfTask<Tenth>>({
  ...shared,
  name: 'calibration',
  about: 'What was promised against what came true, by tenths of probability.',
  caption: (view) => says(view).calibration,
  rows: rowsOf(({ tenths }) => tenths),
  columns: [
    taskColumn(),
    column('from', ({ from }) => from, 'count'),
    column('promised', ({ promised }) => promised, 'share'),
    column('cameTrue', ({ cameTrue }) => cameTrue, 'share'),
    column('answers', ({ count }) => count, 'count'),
  ],
});

interface LabelRow extends ClassScores {
  /** An average has a name of ours, a label its own. */
  average: keyof (typeof qualityWords)['en']['averages'] | null;
  name: string;
  given: number | null;
  averagePrecision: number | null;
}

/** Averages first, then label by label. */
function labelRows({ body }: Rehearsed): LabelRow[] {
  const report = body?.reports.find(({ labels }) => labels !== null)?.labels?.shown;
  if (report === undefined) return [];
  const averages = (['micro', 'macro', 'weighted', 'samples'] as const).map((average) => {
    return { average, name: average, ...report[average], given: null, averagePrecision: null };
  });
  return [...averages, ...report.labels.map((label) => ({ average: null, ...label }))];
}

export const classificationTable = tableOf<Rehearsed, LabelRow>({
  ...shared,
  name: 'labels',
  about: 'Precision, recall, F1 and support of each label as it is shown, and their averages.',
  caption: (view) => says(view).labels,
  rows: labelRows,
  columns: [
    {
      ...{
        key: 'label',
        title: title('label'),
        value: ({ average, name }) => (average === null ? name : `${average} average`),
      },
      shown: ({ average, name }, view) => (average === null ? name : says(view).averages[average]),
    },
    column('precision', ({ precision }) => precision, 'score'),
    column('recall', ({ recall }) => recall, 'score'),
    column('f1', ({ f1 }) => f1, 'score'),
    column('support', ({ support }) => support, 'count'),
    column('given', ({ given }) => given, 'count'),
    column('averagePrecision', ({ averagePrecision }) => averagePrecision, 'score'),
  ],
});

export const thresholdTable = tableOf<Rehearsed, LabelThreshold>({
  ...shared,
  name: 'thresholds',
  about: 'From which probability on each label is shown, and how often that was right.',
  caption: (view) => says(view).thresholds,
  rows: ({ body }) => body?.thresholds ?? [],
  columns: [
    { key: 'label', title: title('label'), value: ({ label }) => label },
    {
      ...{ key: 'threshold', title: title('threshold'), value: ({ from }) => from },
      shown: ({ from }, view) => (from === null ? says(view).never : percent(from, view)),
    },
    column('shown', ({ shown }) => shown, 'count'),
    column('hits', ({ hits }) => hits, 'count'),
    column('support', ({ right }) => right, 'count'),
  ],
});

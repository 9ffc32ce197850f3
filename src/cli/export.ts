import { basename, resolve } from 'node:path';
import { count } from '../comment/backtest-words.ts';
import { dataCard } from '../comment/data-card.ts';
import type { CorpusRow, DataSetTask, LabelRow, PairRow, Split, SplitOrder } from '../domain/data-set.ts';
import { labelRows } from '../triage/label-rows.ts';
import { corpusRows, pairRows } from '../triage/pair-rows.ts';
import { type Placed, splitByTime } from '../triage/split-by-time.ts';
import type { ToldHistory } from '../triage/told-history.ts';
import { readHistory } from './export-source.ts';
import { CommandError, UsageError } from './fail.ts';
import { type HistorySource, oneSource } from './history-source.ts';
import { openFolder, writeInto } from './write-folder.ts';

export interface ExportOptions extends HistorySource {
  task: string;
  format: string;
  out: string;
  force?: boolean;
  json?: boolean;
}

const TASKS = ['labels', 'related'] as const satisfies DataSetTask[];

/** Writes the threads of a repository as a data set for those who train models. */
export async function exportDataSet(options: ExportOptions): Promise<string> {
  const task = TASKS.find((known) => known === options.task);
  if (task === undefined) throw new UsageError(`--task ${options.task} is not one of ${TASKS.join(', ')}`);
  if (options.format !== 'jsonl')
    throw new UsageError(`--format ${options.format} is not jsonl, which is all there is`);
  const source = oneSource(options);
  const history = await readHistory(options);
  const made = dataSetOf(history, task);
  if (made === null) throw new CommandError(tooFew(source, task));
  const { splits, order, corpus } = made;
  await openFolder(options.out, { force: options.force ?? false });
  for (const { name, rows } of splits) await writeInto(options.out, `${name}.jsonl`, lines(rows));
  if (corpus !== null) await writeInto(options.out, 'corpus.jsonl', lines(corpus));
  const card = dataCard({ source: nameOf(options), task, splits, order, labels: labelsIn(splits) });
  await writeInto(options.out, 'README.md', [card]);
  const rows = Object.fromEntries(splits.map((split) => [split.name, split.rows.length]));
  if (options.json) return JSON.stringify({ out: options.out, task, order, rows, corpus: corpus?.length ?? null });
  return told(options.out, made);
}

interface DataSet {
  splits: Split<LabelRow | PairRow>[];
  order: SplitOrder;
  /** null: the rows stand for themselves. */
  corpus: CorpusRow[] | null;
}

/** null where it cannot be split. */
function dataSetOf(history: ToldHistory, task: DataSetTask): DataSet | null {
  const corpus = task === 'related' ? corpusRows(history) : null;
  const rows: Placed<LabelRow | PairRow>[] = corpus === null ? labelRows(history) : pairRows(history, corpus);
  const split = splitByTime(rows, history);
  return split === null ? null : { ...split, corpus: corpus?.map(({ row }) => row) ?? null };
}

function* lines(rows: Iterable<object>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}

/** The most frequent first. */
function labelsIn(splits: DataSet['splits']): { name: string; rows: number }[] {
  const counts = new Map<string, number>();
  for (const row of splits.flatMap(({ rows }) => rows)) {
    if ('labels' in row) for (const label of row.labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, rows]) => ({ name, rows }))
    .toSorted((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1));
}

function told(out: string, { splits, order }: DataSet): string {
  const parts = splits.map(({ name, rows }) => `${count(rows.length)} to ${name}`);
  const how = order === 'time' ? 'by time' : 'in the order of the source, since times do not tell';
  return `split ${how}: ${parts.join(', ')}\nwritten into ${out}; README.md there says what is in it`;
}

function nameOf({ repo, pack, repository }: HistorySource): string {
  if (pack === '-') return 'standard input';
  return repository ?? basename(resolve(pack ?? repo ?? '.'));
}

function tooFew(source: string, task: DataSetTask): string {
  const what = task === 'labels' ? 'threads with labels' : 'pairs of linked threads';
  return `${source}: its ${what} are too few, or too close together, to be split by time. Nothing was written.`;
}

import type { DataSetTask, Split, SplitOrder } from '../domain/data-set.ts';
import { count, day } from './backtest-words.ts';
import { CORPUS_COLUMNS, type Column, LABEL_COLUMNS, PAIR_COLUMNS } from './data-columns.ts';
import { codeSpan, escapeInline } from './escape.ts';

/** What the card of a data set tells. */
export interface DataCard {
  /** Where the threads come from. */
  source: string;
  task: DataSetTask;
  splits: Split<{ time: string }>[];
  order: SplitOrder;
  /** Of a data set of labels. */
  labels: { name: string; rows: number }[];
}

/** README.md beside the files. Its front matter, which the loader reads, holds nothing that others wrote. */
export function dataCard(card: DataCard): string {
  const { task, source, splits, order, labels } = card;
  const columns: Column[] = task === 'labels' ? [...LABEL_COLUMNS] : [...PAIR_COLUMNS];
  return [
    frontMatter(task, splits, columns),
    `# ${task === 'labels' ? 'Labels of threads' : 'Related threads'}: ${escapeInline(source)}`,
    `Written by \`commscore export --task ${task}\`. Load it with \`load_dataset("path/of/this/folder")\`.`,
    PRIVATE,
    `## Splits\n\n${splitTable(splits)}\n\n${ORDERS[order]} ${task === 'labels' ? LABELS_SPLIT : PAIRS_SPLIT}`,
    `## Columns\n\n${columnTable(columns)}`,
    task === 'labels' ? labelsPart(labels) : `The configuration \`corpus\`:\n\n${columnTable([...CORPUS_COLUMNS])}`,
    `## Training\n\n${task === 'labels' ? TRAIN_LABELS : TRAIN_PAIRS}`,
  ].join('\n\n');
}

const PRIVATE = `> **Private data.** The texts are what people wrote: names, addresses, logs and secrets may be among them, and of a
> private repository all of it is private. Keep the folder where the repository's own texts may be kept; look through
> it and clear it with its owners before it is published. Who wrote what is left out, but texts name people.`;

const ORDERS: Record<SplitOrder, string> = {
  time: 'Split by time: the oldest eight tenths train, the newest tenth tests.',
  told: 'Split in the order of the source, since times do not tell: the first eight tenths train, the last tenth tests.',
};

const LABELS_SPLIT = `Texts are as the threads were filed, as far as the source
tells, labels as they ended. Threads without labels are left out.`;

const PAIRS_SPLIT = `A pair lies where its later thread does. What it points to may be older, and so lie in front of the split.
To test, search the rows of \`corpus\` that are older than the query.`;

const TRAIN_LABELS = `Where each thread has one label:

\`\`\`python
data = load_dataset("path/of/this/folder").filter(lambda row: row["label"] != "")
\`\`\`

Set \`id2label\` in the model's configuration to the names of the labels. Then see how it does on the repository's past,
beside what is embedded: \`commscore backtest --task labels --model NAME\`.
`;

const TRAIN_PAIRS = `Trainers of sentence-transformers take every column for a text:

\`\`\`python
pairs = load_dataset("path/of/this/folder", "pairs").select_columns(["query", "positive"])
corpus = load_dataset("path/of/this/folder", "corpus", split="corpus")
\`\`\`

\`MultipleNegativesRankingLoss\` fits such pairs. A model that was trained so is named by \`HF_EMBEDDING_MODEL\`.
`;

function frontMatter(task: DataSetTask, splits: DataCard['splits'], columns: readonly Column[]): string {
  const name = task === 'labels' ? 'default' : 'pairs';
  const files = splits.map((split) => `  - split: ${split.name}\n    path: ${split.name}.jsonl`);
  const corpus = '- config_name: corpus\n  data_files:\n  - split: corpus\n    path: corpus.jsonl';
  const configs = [`- config_name: ${name}\n  default: true\n  data_files:\n${files.join('\n')}`];
  const features = [featuresOf(name, columns)];
  if (task === 'related') {
    configs.push(corpus);
    features.push(featuresOf('corpus', CORPUS_COLUMNS));
  }
  return [
    '---',
    'task_categories:',
    task === 'labels' ? '- text-classification' : '- sentence-similarity',
    'tags:\n- commscore',
    `configs:\n${configs.join('\n')}`,
    `dataset_info:\n${features.join('\n')}`,
    '---',
  ].join('\n');
}

/** Told, so that no column's type hangs on what is in its first rows. */
function featuresOf(config: string, columns: readonly Column[]): string {
  const features = columns.map(
    ([name, type]) => `  - name: ${name}\n    ${type === 'strings' ? 'sequence' : 'dtype'}: string`,
  );
  return `- config_name: ${config}\n  features:\n${features.join('\n')}`;
}

function splitTable(splits: DataCard['splits']): string {
  const rows = splits.map(({ name, rows: of }) => {
    const [first, last] = [of[0], of.at(-1)];
    return `| ${name} | ${count(of.length)} | ${dayOf(first)} | ${dayOf(last)} |`;
  });
  return ['| split | rows | from | to |', '| --- | ---: | --- | --- |', ...rows].join('\n');
}

function dayOf(row: { time: string } | undefined): string {
  return day(row?.time || '-');
}

function columnTable(columns: readonly Column[]): string {
  const rows = columns.map(
    ([name, type, meaning]) => `| \`${name}\` | ${type === 'strings' ? 'list of strings' : type} | ${meaning} |`,
  );
  return ['| column | type | what |', '| --- | --- | --- |', ...rows].join('\n');
}

const SHOWN = 50;

function labelsPart(labels: DataCard['labels']): string {
  const rows = labels.slice(0, SHOWN).map(({ name, rows: of }) => `| ${inCell(name)} | ${count(of)} |`);
  const rest = labels.length - rows.length;
  const more = rest > 0 ? `\n\nand ${count(rest)} more.` : '';
  return `## Labels\n\n${['| label | rows |', '| --- | ---: |', ...rows].join('\n')}${more}`;
}

/** A bar ends a cell even inside a code span. */
function inCell(name: string): string {
  return name.includes('|') ? escapeInline(name) : codeSpan(name);
}

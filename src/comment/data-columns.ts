import type { CorpusRow, LabelRow, PairRow } from '../domain/data-set.ts';

/** What each file's rows hold, in the order in which they hold it. */
export type Column = [name: string, type: 'string' | 'strings', meaning: string];

export const LABEL_COLUMNS = [
  ['id', 'string', 'number of the thread'],
  ['type', 'string', '`issue`, `pull` or `discussion`'],
  ['time', 'string', 'when it was filed, ISO 8601 UTC'],
  ['title', 'string', 'as written'],
  ['body', 'string', 'as written, in Markdown'],
  ['text', 'string', 'title, prose and code, without quotes and what is invisible: what CommScore sends to a model'],
  ['labels', 'strings', 'all its labels, as they ended'],
  ['label', 'string', 'its only label; empty where there are several'],
] as const satisfies [keyof LabelRow, ...unknown[]][] & Column[];

export const PAIR_COLUMNS = [
  ['query', 'string', 'text of the later thread'],
  ['positive', 'string', 'text of what it was linked to'],
  ['query_id', 'string', 'its number'],
  ['positive_id', 'string', 'number of a thread, or name of a document; see `corpus`'],
  ['relation', 'string', '`duplicate` or `related`'],
  ['positive_kind', 'string', '`thread` or `document`'],
  ['time', 'string', 'when the later thread was filed, ISO 8601 UTC'],
] as const satisfies [keyof PairRow, ...unknown[]][] & Column[];

export const CORPUS_COLUMNS = [
  ['id', 'string', 'number of a thread, or name of a document'],
  ['kind', 'string', '`thread` or `document`'],
  ['type', 'string', '`issue`, `pull` or `discussion`; empty for a document'],
  ['time', 'string', 'when it was filed; empty for a document'],
  ['title', 'string', 'as written'],
  ['text', 'string', 'title, prose and code'],
] as const satisfies [keyof CorpusRow, ...unknown[]][] & Column[];

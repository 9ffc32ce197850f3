/**
 * Rows of a data set, as each line of its files says them. What is not known is empty rather than null: a reader that
 * tells types by the first rows takes a column of nulls for one without type, and then refuses the first text in it.
 * Times are ISO 8601 UTC.
 */

export type DataSetTask = 'labels' | 'related';

export interface LabelRow {
  id: string;
  /** `issue`, `pull` or `discussion`. */
  type: string;
  time: string;
  title: string;
  body: string;
  /** What CommScore sends to a model: title, prose and code, without quotes and what is invisible. */
  text: string;
  /** As they ended. */
  labels: string[];
  /** The only label; empty where there are several. */
  label: string;
}

/** Query first: trainers of embeddings go by the order of the columns. */
export interface PairRow {
  query: string;
  positive: string;
  query_id: string;
  positive_id: string;
  /** `duplicate` or `related`. */
  relation: string;
  /** `thread` or `document`. */
  positive_kind: string;
  /** When the query was filed. */
  time: string;
}

/** What could be found. */
export interface CorpusRow {
  id: string;
  kind: string;
  /** Empty for a document, as its time is. */
  type: string;
  time: string;
  title: string;
  text: string;
}

export type SplitName = 'train' | 'validation' | 'test';

export interface Split<Row> {
  name: SplitName;
  rows: Row[];
}

/** `told`: in the order of the source, whose times do not tell the rows apart. */
export type SplitOrder = 'time' | 'told';

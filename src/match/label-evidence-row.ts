/** What is known of one label for one thread: each a share of threads as log-odds, or evidence in words. */
export interface LabelEvidence {
  /** Of all threads. */
  everywhere: number;
  /** Of the latest threads. */
  lately: number;
  /** Of the threads most like this one. */
  nearby: number;
  /** The same, recent ones counting more. */
  nearbyLately: number;
  /** What the words say, and how far behind the label for which they say most. */
  words: number;
  wordsBehind: number;
  /** Whether there is a line for the label; how far on its side the thread lies, and how far behind the farthest label. */
  hasLine: number;
  margin: number;
  marginBehind: number;
  /** How far the text names the label. */
  inTitle: number;
  anywhere: number;
  whole: number;
  /** Log of how many times as many threads there are as have the rarest word of the name that the text has; 0: it has none. */
  rarest: number;
  /** How far the text is of the type that the label's name stands for; 0 where it stands for none. */
  type: number;
}

type RowCell = keyof LabelEvidence | 'bias';

/** What stands where in a row: the bias, which is 1, then each kind of evidence. */
export const placeInRow = {
  bias: 0,
  everywhere: 1,
  lately: 2,
  nearby: 3,
  nearbyLately: 4,
  words: 5,
  wordsBehind: 6,
  hasLine: 7,
  margin: 8,
  marginBehind: 9,
  inTitle: 10,
  anywhere: 11,
  whole: 12,
  rarest: 13,
  type: 14,
} as const satisfies Record<RowCell, number>;

export const rowOrder = Object.keys(placeInRow) as RowCell[];

export const ROW_LENGTH = rowOrder.length;

/** Labels that were judged for one thread, and row after row what is known of each. */
export interface JudgedLabels {
  labels: readonly number[];
  rows: Float64Array;
}

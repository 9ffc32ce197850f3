/** A thread of which the labels are known, asked about as if they were not. */
export interface LabelExam {
  /** Of the labels that were judged. */
  names: readonly string[];
  /** What was known of each, row after row. */
  rows: Float64Array;
  /** 1 for each that the thread has, 0 for others. */
  right: Uint8Array;
  /** How many labels threads usually had by then. */
  usual: number;
}

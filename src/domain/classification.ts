/** How well names such as labels are given, counted as scikit-learn's `classification_report` does. Shares run from 0 to 1. */
export interface ClassificationReport {
  /** Most support first. */
  labels: LabelScores[];
  /** Over all answers together, each weighing the same. */
  micro: ClassScores;
  /** Mean over labels, each weighing the same. */
  macro: ClassScores;
  /** Mean over labels, each weighing as its support. */
  weighted: ClassScores;
  /** Mean over questions. */
  samples: ClassScores;
}

export interface ClassScores {
  /** 0 where none was given. */
  precision: number;
  /** 0 where none was right. */
  recall: number;
  f1: number;
  /** How many right answers there are. */
  support: number;
}

export interface LabelScores extends ClassScores {
  name: string;
  /** How often it was given. */
  given: number;
  /** The lowest probability with which it was given; null where it never was. */
  from: number | null;
  /** Area under precision over recall, whatever the threshold; null where it was never right. */
  averagePrecision: number | null;
}

/** The same answers cut in two ways. */
export interface LabelsReport {
  /** Whether every question has exactly one right label. */
  singleLabel: boolean;
  /** What is shown with the default configuration. */
  shown: ClassificationReport;
  /** Of each question the label that was put first, however unsure. */
  first: ClassificationReport;
  /** Mean over the labels that were ever right. */
  averagePrecision: number;
}

import type { JudgedLabel } from './label-evidence.ts';

/** A thread of which the labels are known, asked about as if they were not. */
export interface LabelExam {
  answers: ExamAnswer[];
  /** How many labels threads usually had by then. */
  usual: number;
}

export interface ExamAnswer extends JudgedLabel {
  name: string;
  right: boolean;
}

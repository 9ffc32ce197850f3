import type { BacktestReport } from './backtest-report.ts';

/** How good the answers were on the repository's own history, forward in time. No person is named. */
export interface QualityPart {
  /** Of each task at most so many of the newest questions were asked. */
  questions: number;
  /** What came between so many questions was learnt after them: real answers know a little more. */
  learnEvery: number;
  /** Of tasks with enough questions. */
  reports: QualityReport[];
  /** Most often right first. */
  thresholds: LabelThreshold[];
}

export type QualityReport = Omit<
  BacktestReport,
  'people' | 'directories' | 'coldStart' | 'spread' | 'evidence' | 'model' | 'naive'
>;

/** From which probability on a label is shown, as it came out: each has to be right as often as is configured. */
export interface LabelThreshold {
  label: string;
  /** The lowest probability with which it was shown; null where it never was. */
  from: number | null;
  /** Times it was right, times it was shown, and times both. */
  right: number;
  shown: number;
  hits: number;
}

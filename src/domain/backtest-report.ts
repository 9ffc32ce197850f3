import type { LabelsReport } from './classification.ts';
import type { ModelComparison } from './model-comparison.ts';
import type { RankingScores } from './ranking-scores.ts';
import type { RetrievalScores } from './retrieval.ts';
import type { EvidenceCount } from './review-evidence.ts';
import type { SpreadEffect } from './spread-effect.ts';

/** What a back-test found: plain data, as `commscore backtest --json` prints it. Shares run from 0 to 1, times are ISO 8601. */
export interface BacktestReport {
  task: BacktestTask;
  /** When the first and the last question were asked; null where no time can be read. */
  from: string | null;
  to: string | null;
  scores: RankingScores;
  /** Where the true values lie with a certainty of 95 % by the number of questions. */
  confidence: { top1: Interval; mrr: Interval };
  /** The simplest naive answer, whoever or whatever was used most of late; null for related content. */
  naive: RankingScores | null;
  /** Every naive answer to the same questions, `most-active` (the same as `naive`) first. */
  baselines: Baseline[];
  /** Questions with no right answer that was ever seen before: they cannot but be missed. */
  unanswerable: number;
  /** Mean gap between promised and true over tenths of probability; null for related content. */
  calibrationError: number | null;
  /** The tenths of which that is the mean, lowest first; empty for related content. */
  tenths: Tenth[];
  /** What would have been shown at each threshold; null for related content, which is shown without one. */
  shown: Shown | null;
  /** Equal numbers of questions, oldest first; empty where there are too few. */
  spans: Span[];
  people: PersonScores[];
  /** Each question is in one of them; most questions first. Empty where nothing tells of files. */
  directories: DirectoryScores[];
  /** Empty for related content. */
  coldStart: ColdScores[];
  /** Who learns what by the suggestions, beside what it costs; null where reviewers are not asked about. */
  spread: SpreadEffect | null;
  /** Where the right answers of a clone were read from; empty for a pack, which does not tell. */
  evidence: EvidenceCount[];
  /** Label by label; null for other tasks. */
  labels: LabelsReport | null;
  /** Of all content first, then by kind; empty where people or labels are asked for. */
  retrieval: RetrievalScores[];
  /** null where no model was named. */
  model: ModelComparison | null;
}

export type BacktestTask = 'reviewers' | 'assignees' | 'labels' | 'related';

export interface Interval {
  low: number;
  high: number;
}

/**
 * `most-active`: used most of late. `path-owners`: who did most at the same files, then in the nearest directories.
 * `codeowners`: by the CODEOWNERS file as it stands at the end. `nearest-thread`: what the most similar threads got.
 */
export type BaselineKind = 'most-active' | 'path-owners' | 'codeowners' | 'nearest-thread';

export interface Baseline {
  kind: BaselineKind;
  scores: RankingScores;
}

/** Answers whose promised probability lies from `from` up to the next tenth. */
export interface Tenth {
  from: number;
  count: number;
  /** Mean promised probability, and the share that came true; null where there is none. */
  promised: number | null;
  cameTrue: number | null;
}

export interface Shown {
  /** At most so many are shown for one question, as configured by default. */
  max: number;
  /** The configured default. */
  minPrecision: number;
  curve: CoveragePoint[];
  promise: KeptPromise;
}

/** Whether `minPrecision` means what it says, at the `judged` settings of the curve with `atLeast` shown. */
export interface KeptPromise {
  atLeast: number;
  within: number;
  judged: number;
  /** Settings at which the shown were right at least as often as `minPrecision` asks, less `within`. */
  kept: number;
  /** Settings at which the shown were right as often as their own probabilities said, `within` more or less. */
  honest: number;
}

/** What would have been shown with this `minPrecision`. */
export interface CoveragePoint {
  minPrecision: number;
  /** Questions for which at least one answer was shown, and their share. */
  answered: number;
  coverage: number;
  shown: number;
  right: number;
  /** Share of the shown that is right; null where nothing was shown. */
  precision: number | null;
  /** What their probabilities promised of it. */
  promised: number | null;
}

export interface Span {
  from: string;
  to: string;
  questions: number;
  top1: number;
  mrr: number;
  /** MRR of the simplest naive answer on the same questions; null for related content. */
  naiveMrr: number | null;
}

/** One possible answer; suggested: shown with the default configuration. */
export interface PersonScores {
  name: string;
  /** Times it was a right answer, times it was suggested, and times both. */
  right: number;
  suggested: number;
  hits: number;
  precision: number | null;
  recall: number | null;
  /** Of all right answers, and of all suggestions. */
  shareOfWork: number;
  shareOfSuggestions: number;
}

export interface DirectoryScores {
  /** '' for changes across directories, and for what lies in none with enough questions. */
  path: string;
  questions: number;
  top1: number;
  mrr: number;
}

/**
 * `early`: asked when fewer than `below` facts with an answer were known; these questions come from the very beginning
 * and not all of them are in `scores`. `new-directory`: no file of its directories had been touched before.
 * `new-author`: never seen before.
 */
export type ColdScores =
  | { kind: 'early'; below: number; scores: RankingScores }
  | { kind: 'new-directory' | 'new-author'; scores: RankingScores };

/** What a back-test found: plain data, as `commscore backtest --json` prints it. Shares run from 0 to 1, times are ISO 8601. */
export interface BacktestReport {
  task: BacktestTask;
  /** When the first and the last question were asked; null where there was none. */
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
  /** Equal numbers of questions, oldest first. */
  spans: Span[];
  people: PersonScores[];
  /** Each question is in one of them; most questions first. Empty where nothing tells of files. */
  directories: DirectoryScores[];
  coldStart: ColdScores[];
  /** Who learns what by the suggestions, beside what it costs; null where reviewers are not asked about. */
  spread: SpreadEffect | null;
  /** Where the right answers of a clone were read from; empty for a pack, which does not tell. */
  evidence: EvidenceCount[];
}

export type BacktestTask = 'reviewers' | 'assignees' | 'labels' | 'related';

/** How good ranked answers are, over all questions. */
export interface RankingScores {
  questions: number;
  top1: number;
  top3: number;
  top5: number;
  /** Mean of 1 / place of the first right answer, 0 where it is not among the first ten. */
  mrr: number;
  /** Mean share of the right answers among the first five. */
  recall5: number;
}

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
  /** Whether `minPrecision` means what it says, judged where enough were shown to tell. */
  promise: { judged: number; kept: number; atLeast: number; within: number };
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
  /** '' for what lies in no directory with enough questions. */
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

/** Files at risk: touched in the year before, and known to at most one person who is still there. */
export interface SpreadEffect {
  /** As it really went. */
  filesAtRisk: number;
  giniOfReviews: number;
  /** Had those reviewed who come first, with `spreadKnowledge` off and on. */
  off: SpreadOutcome;
  on: SpreadOutcome;
}

export interface SpreadOutcome {
  filesAtRisk: number;
  /** How unevenly the suggestions lie on people: 0 even, 1 all on one. */
  gini: number;
  scores: RankingScores;
}

/**
 * How a clone tells who reviewed. `trailer`: Reviewed-by and the like. `merged`: merged the branch of another.
 * `signed-off`: signed last. `committed`: brought in the commit of another.
 */
export type EvidenceKind = 'trailer' | 'merged' | 'signed-off' | 'committed';

export interface EvidenceCount {
  kind: EvidenceKind;
  changes: number;
}

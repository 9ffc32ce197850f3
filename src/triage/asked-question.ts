import type { BaselineKind } from '../domain/backtest-report.ts';
import type { RightKind } from '../domain/retrieval.ts';
import type { Promised } from './sure-enough.ts';

export interface GivenAnswer extends Promised {
  name: string;
  /** 0 where none is promised. */
  probability: number;
}

/** A question of a back-test with what was answered: all that its report is made of. */
export interface AskedQuestion {
  /** Milliseconds since 1970; NaN where it is written in another notation than ours. */
  time: number;
  right: ReadonlySet<string>;
  /** What the right answers were known to be when it was asked; only of related content. */
  kinds: ReadonlyMap<string, RightKind>;
  /** Best first. */
  given: readonly GivenAnswer[];
  naive: ReadonlyMap<BaselineKind, readonly string[]>;
  /** Deepest directory of all its files; null where it has none. */
  directory: string | null;
  /** Facts with an answer that were known. */
  known: number;
  answerable: boolean;
  newDirectory: boolean;
  newAuthor: boolean;
  /** Whether it counts; else it was asked only to see how a young repository is answered. */
  counted: boolean;
}

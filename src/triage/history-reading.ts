import type { Fact, ThreadType } from '../domain/fact.ts';

/** Where reading stopped, so that the next run reads only what is new. */
export interface HistoryCursor {
  /** Commit of the default branch up to which git was read; null before the first. */
  commit: string | null;
  threads: Record<ThreadType, ThreadCursor>;
}

/** How far the threads of one type are read. */
export interface ThreadCursor {
  /** Everything that was updated before this time is read; null: nothing is. */
  updatedAt: string | null;
  /** A reading that was cut off on its way back to there. */
  unfinished: { newest: string; after: string; given: number } | null;
}

export interface HistoryBatch {
  facts: Fact[];
  /** `keep`: facts already known win (git knows less of a change than its pull request). */
  known: 'keep' | 'replace';
  /** Present when everything up to here is read. */
  cursor: HistoryCursor | null;
  /** For progress: what is being read, how many facts so far, and of how many where known. */
  progress: { what: 'commits' | 'threads' | 'documents'; done: number; total: number | null };
}

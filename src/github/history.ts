import type { Fact } from '../domain/fact.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { type GitHistorySource, readGitHistory } from './git-history.ts';
import { nothingRead, readThreadHistory, type ThreadCursors } from './thread-history.ts';

export interface HistoryCursor {
  commit: string | null;
  threads: ThreadCursors;
}

export interface HistoryBatch {
  facts: Fact[];
  known: 'keep' | 'replace';
  cursor: HistoryCursor | null;
  progress: { what: 'commits' | 'threads' | 'documents'; done: number; total: number | null };
}

/**
 * All that GitHub knows of the repository since last time: commits and documents by git, then the threads. Where git
 * fails the threads are read all the same, and the failure is thrown at the end.
 */
export async function* readHistory(
  source: GitHistorySource,
  ref: RepositoryRef,
  since: HistoryCursor | null,
): AsyncGenerator<HistoryBatch> {
  let cursor = since ?? { commit: null, threads: nothingRead };
  let gitFailure: { error: unknown } | null = null;
  try {
    for await (const { commit, ...batch } of readGitHistory(source, ref, cursor.commit)) {
      const before: HistoryCursor | null = commit === null ? null : { ...cursor, commit };
      cursor = before ?? cursor;
      yield { ...batch, cursor: before };
    }
  } catch (error) {
    gitFailure = { error };
  }
  for await (const { facts, done, total, cursors } of readThreadHistory(source.octokit, ref, cursor.threads)) {
    cursor = { ...cursor, threads: cursors };
    yield { facts, known: 'replace', cursor, progress: { what: 'threads', done, total } };
  }
  if (gitFailure !== null) throw gitFailure.error;
}

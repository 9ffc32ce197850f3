import type { RepositoryRef, ThreadRef } from '../domain/thread-ref.ts';

/**
 * A job carries names, not text: what it is about is read when it runs.
 * `id` is the same when its delivery is delivered again, so that a finished job is not done twice.
 */
export type Job =
  /** Read the thread, learn it, and where it is open say what there is to say. */
  | { kind: 'triage'; id: string; thread: ThreadRef; fresh: boolean }
  /** Read the thread and learn from it; say nothing. */
  | { kind: 'observe'; id: string; thread: ThreadRef }
  /** Read the history of a repository (git, threads, documents) since last time. */
  | { kind: 'learn'; id: string; repository: RepositoryRef }
  /** Have vectors made of the repository's texts that have none yet. */
  | { kind: 'embed'; id: string; repository: RepositoryRef }
  /** Read the feeds that the repository's configuration names and that may be asked again; `again`: and come back. */
  | { kind: 'feeds'; id: string; repository: RepositoryRef; again: boolean }
  /** The repository left the installation: remove what was learnt. */
  | { kind: 'forget'; id: string; repository: RepositoryRef };

/** What a handler says of its job: finished, or to be run again later because it is too early. */
export type JobResult = { done: true } | { done: false; againInMs: number };

export const done: JobResult = { done: true };

/** Live triage never waits behind work that may take minutes. */
export type Lane = 'triage' | 'background';

export function laneOf(job: Job): Lane {
  return job.kind === 'triage' || job.kind === 'observe' ? 'triage' : 'background';
}

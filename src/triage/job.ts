import type { RepositoryRef, ThreadRef } from '../domain/thread-ref.ts';

/** A job carries names, not text: what it is about is read when it runs. */
export type Job =
  /** Read the thread, learn it, and where it is open say what there is to say. */
  | { kind: 'triage'; deliveryId: string; thread: ThreadRef; createdAt: string }
  /** Read the thread and learn from it; say nothing. */
  | { kind: 'observe'; deliveryId: string; thread: ThreadRef }
  /** Read the history of a repository (git, threads, documents) since last time. */
  | { kind: 'learn'; deliveryId: string; repository: RepositoryRef }
  /** The repository left the installation: remove what was learnt. */
  | { kind: 'forget'; deliveryId: string; repository: RepositoryRef };

/** What a handler says of its job: finished, or to be run again later because it is too early. */
export type JobResult = { done: true } | { done: false; againInMs: number };

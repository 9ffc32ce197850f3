import type { RepositoryName, RepositoryRef, ThreadRef } from '../domain/thread-ref.ts';

/**
 * A job carries names, not text: what it is about is read when it runs.
 * `id` is the same when its delivery is delivered again, so that a finished job is not done twice.
 */
export type Job =
  /** Read the thread, learn it, and where it is open say what there is to say; `transferred`: it was started elsewhere. */
  | { kind: 'triage'; id: string; thread: ThreadRef; fresh: boolean; transferred?: true }
  /** Read the thread and learn from it; say nothing. */
  | { kind: 'observe'; id: string; thread: ThreadRef }
  /** Read the comment, named by its node id, and do what it asks for. */
  | { kind: 'command'; id: string; thread: ThreadRef; comment: string }
  /** Tell in a check run what the pull would make of the configuration; `again`: although its head was checked before. */
  | { kind: 'check-config'; id: string; thread: ThreadRef; again?: true }
  /** The thread was deleted or went to another repository: remove what was learnt of it, for good. */
  | { kind: 'forget-thread'; id: string; thread: ThreadRef }
  /** Read the history of a repository (git, threads, documents) since last time; `arrived`: it has come, or come back. */
  | { kind: 'learn'; id: string; repository: RepositoryRef; arrived?: true }
  /** Have vectors made of the repository's texts that have none yet. */
  | { kind: 'embed'; id: string; repository: RepositoryRef }
  /** Read the feeds that the repository's configuration names and that may be asked again; `again`: and come back. */
  | { kind: 'feeds'; id: string; repository: RepositoryRef; again: boolean }
  /** Have GitHub deliver again what failed, and every repository swept; `again`: and come back every hour. */
  | { kind: 'redeliver'; id: string; again: boolean }
  /** Find threads of the repository that no webhook told of, and settle what nobody acted on. */
  | { kind: 'sweep'; id: string; repository: RepositoryRef }
  /** Measure every part of what is shown of the repository, and keep it for pages. */
  | { kind: 'measure'; id: string; repository: RepositoryRef }
  /** Back-test the answers on the newest part of the repository's own history, and keep how good they were. */
  | { kind: 'rehearse'; id: string; repository: RepositoryRef }
  /** Do about the digest what the configuration says, and write it where one is due; `retell`: without who opted out. */
  | { kind: 'digest'; id: string; repository: RepositoryRef; retell?: true }
  /** Save a snapshot of the model where none is left, since something that it held was un-learnt. */
  | { kind: 'snapshot'; id: string; repository: RepositoryRef }
  /** The repository left the installation: remove what was learnt. */
  | { kind: 'forget'; id: string; repository: RepositoryRef }
  /** The repository is called something else now, or belongs to somebody else: keep all of it under its new name. */
  | { kind: 'rename'; id: string; repository: RepositoryRef; formerly: RepositoryName }
  /** The same for all that an account has. */
  | { kind: 'rename-owner'; id: string; installationId: number; owner: string; formerly: string }
  /** A label has another name now, or (null) is gone from the repository and all its threads. */
  | { kind: 'relabel'; id: string; repository: RepositoryRef; from: string; to: string | null }
  | { kind: 'installation'; id: string; installationId: number; change: InstallationChange }
  /** Remove what was learnt of a person in every repository of the owner, and learn nothing of them again. */
  | { kind: 'forget-person'; id: string; owner: string; login: string };

/** `permitted`: the owner granted what had been asked for anew. */
export type InstallationChange = 'suspended' | 'resumed' | 'permitted' | 'removed';

/** What a handler says of its job: finished, or to be run again later because it is too early. */
export type JobResult = { done: true } | { done: false; againInMs: number };

export const done: JobResult = { done: true };

/** Live triage never waits behind work that may take minutes; nor does what decides under which name it is kept. */
export type Lane = 'triage' | 'background';

const LIVE = new Set<Job['kind']>([
  'triage',
  'observe',
  'command',
  'check-config',
  'forget-thread',
  'rename',
  'rename-owner',
  'installation',
]);

export function laneOf(job: Job): Lane {
  return LIVE.has(job.kind) ? 'triage' : 'background';
}

/** The repository that the job is about; null where it is about a whole account. */
export function repositoryOf(job: Job): RepositoryRef | null {
  if ('repository' in job) return job.repository;
  if (!('thread' in job)) return null;
  const { installationId, owner, repo } = job.thread;
  return { installationId, owner, repo };
}

import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import { type Job, type JobResult, repositoryOf } from './job.ts';
import type { PlaceStore } from './place-store.ts';

/** Nothing is asked of GitHub for these, and they say themselves what they do with names of the past. */
const OF_NAMES = new Set<Job['kind']>(['forget', 'rename']);

/** These do not ask GitHub either. */
const OFFLINE = new Set<Job['kind']>(['forget-thread', 'relabel', 'snapshot']);

/** A suspended installation may stay so for months. */
const SUSPENDED_MS = 10 * 60_000;

export type Standing = { job: Job } | { because: string; result: JobResult };

/**
 * The job as it is to be run now: its repository by its present name. One that was removed gets nothing done, and while
 * an installation is suspended its jobs wait.
 */
export async function whereItStands(job: Job, store: PlaceStore): Promise<Standing> {
  const repository = repositoryOf(job);
  if (repository === null || OF_NAMES.has(job.kind)) return { job };
  if (job.kind === 'learn' && job.arrived) await store.markPresent(repository);
  const [now, suspended] = await Promise.all([
    store.presentName(repository),
    store.isSuspended(repository.installationId),
  ]);
  if (now === null) return { because: 'the repository was removed', result: { done: true } };
  if (suspended && !OFFLINE.has(job.kind)) {
    return { because: 'the installation is suspended', result: { done: false, againInMs: SUSPENDED_MS } };
  }
  return { job: repositoryKey(now) === repositoryKey(repository) ? job : movedTo(job, now) };
}

function movedTo(job: Job, now: RepositoryRef): Job {
  if ('thread' in job) return { ...job, thread: { ...job.thread, ...now } };
  return 'repository' in job ? { ...job, repository: now } : job;
}

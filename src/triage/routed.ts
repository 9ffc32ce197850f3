import { type RepositoryRef, repositoryKey, type ThreadRef, threadKey } from '../domain/thread-ref.ts';
import type { Job } from './job.ts';

/** What becomes of a delivery; doing nothing is an answer and has a reason. */
export type Route = { do: 'enqueue'; jobs: RoutedJob[] } | { do: 'skip'; because: string };

export interface RoutedJob {
  job: Job;
  /** Jobs of the same key are folded into one. */
  key: string;
  delayMs: number;
}

export function skip(because: string): Route {
  return { do: 'skip', because };
}

export function enqueue(...jobs: RoutedJob[]): Route {
  return { do: 'enqueue', jobs };
}

export function threadJob(job: Extract<Job, { thread: ThreadRef }>, delayMs: number): RoutedJob {
  return { job, key: `${job.kind} ${threadKey(job.thread)}`, delayMs };
}

export function repositoryJob(job: Extract<Job, { repository: RepositoryRef }>, delayMs = 0): RoutedJob {
  return { job, key: `${job.kind} ${repositoryKey(job.repository)}`, delayMs };
}

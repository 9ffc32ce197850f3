import type { DeliveredThread, Delivery } from '../domain/delivery.ts';
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

/** Edits, labels and the like come in bursts; one run answers them all. */
const BURST_MS = 2_000;

/** A push is seldom alone, and the history is not urgent. */
const PUSH_MS = 30_000;

const FRESH_ACTIONS = new Set(['opened', 'created', 'ready_for_review']);

const COMMENT_EVENTS = new Set(['issue_comment', 'discussion_comment']);

const THREAD_EVENTS = new Set([...COMMENT_EVENTS, 'issues', 'pull_request', 'pull_request_review', 'discussion']);

export function route(delivery: Delivery): Route {
  if (delivery.installationId === null) return skip('not sent for an installation');
  if (delivery.event === 'installation' || delivery.event === 'installation_repositories') {
    return routeInstallation(delivery);
  }
  if (delivery.repository === null) return skip('not about a repository');
  if (delivery.repository.archived) return skip('the repository is archived');
  if (delivery.repository.fork) return skip('the repository is a fork');
  const { owner, repo } = delivery.repository;
  const repository = { installationId: delivery.installationId, owner, repo };
  if (delivery.event === 'push') return routePush(delivery, repository);
  if (delivery.thread === null || !THREAD_EVENTS.has(delivery.event))
    return skip(`nothing to do for ${delivery.event}`);
  return routeThread(delivery, repository, delivery.thread);
}

function routeInstallation({ id, repositoriesAdded, repositoriesRemoved }: Delivery): Route {
  const jobs = [
    ...repositoriesAdded.map((repository) => repositoryJob('learn', id, repository, 0)),
    ...repositoriesRemoved.map((repository) => repositoryJob('forget', id, repository, 0)),
  ];
  return jobs.length > 0 ? { do: 'enqueue', jobs } : skip('no repository came or went');
}

function routePush(delivery: Delivery, repository: RepositoryRef): Route {
  if (delivery.branch !== delivery.repository?.defaultBranch) return skip('not a push to the default branch');
  return { do: 'enqueue', jobs: [repositoryJob('learn', delivery.id, repository, PUSH_MS)] };
}

function repositoryJob(kind: 'learn' | 'forget', id: string, repository: RepositoryRef, delayMs: number): RoutedJob {
  const key = repositoryKey(repository);
  return { job: { kind, id: `${id}/${key}`, repository }, key: `${kind} ${key}`, delayMs };
}

function routeThread(delivery: Delivery, repository: RepositoryRef, thread: DeliveredThread): Route {
  if (thread.authorIsBot) return skip('opened by a bot');
  if (delivery.action === 'transferred') return skip('transferred: the new place gets its own delivery');
  if (COMMENT_EVENTS.has(delivery.event) && delivery.sender?.bot) return skip('written by a bot');
  const ref: ThreadRef = { ...repository, type: thread.type, number: thread.number };
  if (!wantsTriage(delivery, thread)) return enqueue({ kind: 'observe', id: delivery.id, thread: ref }, BURST_MS);
  const fresh = !COMMENT_EVENTS.has(delivery.event) && FRESH_ACTIONS.has(delivery.action);
  return enqueue({ kind: 'triage', id: delivery.id, thread: ref, fresh }, fresh ? 0 : BURST_MS);
}

function wantsTriage({ event, action }: Delivery, { open, locked }: DeliveredThread): boolean {
  return open && !locked && action !== 'deleted' && !COMMENT_EVENTS.has(event);
}

function enqueue(job: Extract<Job, { thread: ThreadRef }>, delayMs: number): Route {
  return { do: 'enqueue', jobs: [{ job, key: `${job.kind} ${threadKey(job.thread)}`, delayMs }] };
}

function skip(because: string): Route {
  return { do: 'skip', because };
}

import type { DeliveredThread, Delivery } from '../domain/delivery.ts';
import { type RepositoryRef, repositoryKey, type ThreadRef } from '../domain/thread-ref.ts';
import { routeAccount, routeInstallation, routeLabel, routeRepository } from './route-places.ts';
import { enqueue, type Route, type RoutedJob, repositoryJob, skip, threadJob } from './routed.ts';

/** Edits, labels and the like come in bursts; one run answers them all. */
const BURST_MS = 2_000;

/** A push is seldom alone, and the history is not urgent. */
const PUSH_MS = 30_000;

const FRESH_ACTIONS = new Set(['opened', 'created', 'ready_for_review']);

const COMMENT_EVENTS = new Set(['issue_comment', 'discussion_comment']);

const THREAD_EVENTS = new Set([...COMMENT_EVENTS, 'issues', 'pull_request', 'pull_request_review', 'discussion']);

const ACCOUNT_EVENTS = new Set(['installation_target', 'organization', 'membership', 'team', 'member']);

export function route(delivery: Delivery): Route {
  if (delivery.installationId === null) return skip('not sent for an installation');
  if (delivery.event === 'installation' || delivery.event === 'installation_repositories') {
    return routeInstallation(delivery, delivery.installationId);
  }
  if (ACCOUNT_EVENTS.has(delivery.event)) return routeAccount(delivery, delivery.installationId);
  if (delivery.repository === null) return skip('not about a repository');
  const { owner, repo } = delivery.repository;
  const repository = { installationId: delivery.installationId, owner, repo };
  if (delivery.event === 'repository') return routeRepository(delivery, repository, delivery.repository);
  if (delivery.repository.archived) return skip('the repository is archived');
  if (delivery.repository.fork) return skip('the repository is a fork');
  if (delivery.event === 'check_run' || delivery.event === 'check_suite') return routeCheck(delivery, repository);
  if (delivery.event === 'label') return routeLabel(delivery, repository);
  if (delivery.event === 'push') return routePush(delivery, repository);
  if (delivery.thread === null || !THREAD_EVENTS.has(delivery.event))
    return skip(`nothing to do for ${delivery.event}`);
  return routeThread(delivery, repository, delivery.thread);
}

function routePush({ id, branch, ...delivery }: Delivery, repository: RepositoryRef): Route {
  if (branch !== delivery.repository?.defaultBranch) return skip('not a push to the default branch');
  return enqueue(repositoryJob({ kind: 'learn', id: `${id}/${repositoryKey(repository)}`, repository }, PUSH_MS));
}

/** Only the app that made a check is told that it is asked for again. */
function routeCheck({ id, action, checked }: Delivery, repository: RepositoryRef): Route {
  if (action !== 'rerequested') return skip('what checks say is not acted on');
  if (checked === null) return skip('no pull request is known that was checked');
  const thread: ThreadRef = { ...repository, type: 'pull', number: checked };
  return enqueue(threadJob({ kind: 'check-config', id, thread, again: true }, 0));
}

/** Of a bot's pull nothing is said, but what it would make of the configuration. */
const HEAD_ACTIONS = new Set(['opened', 'reopened', 'synchronize']);

/** Nothing that a fact tells of a thread changes by these. */
const TELLS_NOTHING = new Set([
  'pinned',
  'unpinned',
  'typed',
  'untyped',
  'auto_merge_enabled',
  'auto_merge_disabled',
  'enqueued',
  'dequeued',
]);

/** What ends a thread is learnt of a bot's thread too: who reviewed it, or that it is gone. */
const ENDINGS = new Set(['closed', 'deleted', 'transferred']);

function routeThread(delivery: Delivery, repository: RepositoryRef, thread: DeliveredThread): Route {
  const { id, event, action } = delivery;
  const ref: ThreadRef = { ...repository, type: thread.type, number: thread.number };
  if (COMMENT_EVENTS.has(event)) return routeComment(delivery, ref, thread);
  if (action === 'deleted' || action === 'transferred') {
    return enqueue(threadJob({ kind: 'forget-thread', id, thread: ref }, 0));
  }
  if (thread.authorIsBot && event === 'pull_request' && HEAD_ACTIONS.has(action)) {
    return enqueue(threadJob({ kind: 'check-config', id, thread: ref }, BURST_MS));
  }
  if (thread.authorIsBot && !ENDINGS.has(action)) return skip('opened by a bot');
  if (TELLS_NOTHING.has(action)) return skip(`nothing is learnt from ${action}`);
  if (!wantsTriage(thread)) return enqueue(threadJob({ kind: 'observe', id, thread: ref }, BURST_MS));
  const fresh = FRESH_ACTIONS.has(action);
  const origin = thread.transferred ? { transferred: true as const } : {};
  return enqueue(threadJob({ kind: 'triage', id, thread: ref, fresh, ...origin }, fresh ? 0 : BURST_MS));
}

/** What a comment asks for is done at once, each comment for itself, on a bot's thread too; of that nothing is learnt. */
function routeComment({ id, event, action, sender, comment }: Delivery, thread: ThreadRef, it: DeliveredThread): Route {
  if (sender?.bot) return skip('written by a bot');
  const jobs: RoutedJob[] = [];
  if (comment?.command && action !== 'deleted') {
    const asked = threadJob({ kind: 'command', id: `${id}/command`, thread, comment: comment.id }, 0);
    jobs.push({ ...asked, key: `${asked.key} ${comment.id}` });
  }
  const wordsAlone = event === 'issue_comment' && action === 'edited';
  if (!it.authorIsBot && !wordsAlone) jobs.push(threadJob({ kind: 'observe', id, thread }, BURST_MS));
  if (jobs.length > 0) return enqueue(...jobs);
  return skip(it.authorIsBot ? 'opened by a bot' : 'the words of a comment are not learnt');
}

function wantsTriage({ open, locked, authorIsBot }: DeliveredThread): boolean {
  return open && !locked && !authorIsBot;
}

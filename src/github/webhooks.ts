import type { DeliveredComment, DeliveredThread, Delivery } from '../domain/delivery.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { commandLines } from '../text/command-lines.ts';
import { fields, flag, instant, list, text, wholeNumber } from './payload-fields.ts';

/** The small fact of a webhook. Total: a field that is absent or of another type than expected reads as absent. */
export function toDelivery(event: string, id: string, payload: unknown): Delivery {
  const body = fields(payload);
  const action = text(body.action);
  const installationId = wholeNumber(fields(body.installation).id);
  return {
    id,
    event,
    action,
    installationId,
    repository: repository(body.repository),
    sender: sender(body.sender),
    thread: thread(event, body),
    comment: comment(event, body),
    branch: event === 'push' ? movedBranch(body) : null,
    repositoriesAdded: repositoriesAdded(event, action, body).flatMap((item) => repositoryRef(installationId, item)),
    repositoriesRemoved: repositoriesRemoved(event, action, body).flatMap((item) =>
      repositoryRef(installationId, item),
    ),
  };
}

function repository(value: unknown): Delivery['repository'] {
  const it = fields(value);
  const owner = fields(it.owner);
  const login = text(owner.login) || text(owner.name);
  const name = text(it.name);
  if (login === '' || name === '') return null;
  return {
    owner: login,
    repo: name,
    defaultBranch: text(it.default_branch),
    fork: flag(it.fork),
    archived: flag(it.archived),
  };
}

function sender(value: unknown): Delivery['sender'] {
  const login = text(fields(value).login);
  return login === '' ? null : { login, bot: isBot(value) };
}

function isBot(user: unknown): boolean {
  const it = fields(user);
  return it.type === 'Bot' || text(it.login).endsWith('[bot]');
}

function thread(event: string, body: Record<string, unknown>): DeliveredThread | null {
  if (event === 'issues' || event === 'issue_comment') {
    const issue = fields(body.issue);
    // A comment on a pull request arrives as one on its issue.
    return deliveredThread(issue.pull_request ? 'pull' : 'issue', issue, issue.state === 'open');
  }
  if (event.startsWith('pull_request')) {
    const pull = fields(body.pull_request);
    return deliveredThread('pull', pull, pull.state === 'open');
  }
  if (event === 'discussion' || event === 'discussion_comment') {
    const discussion = fields(body.discussion);
    // Besides open and closed a discussion may be told as locked, converting or transferring.
    return deliveredThread('discussion', discussion, discussion.state === 'open' || discussion.state === 'locked');
  }
  return null;
}

function deliveredThread(
  type: DeliveredThread['type'],
  it: Record<string, unknown>,
  open: boolean,
): DeliveredThread | null {
  const number = wholeNumber(it.number);
  const createdAt = instant(it.created_at);
  if (number === null || createdAt === null) return null;
  return {
    type,
    number,
    open,
    locked: flag(it.locked),
    draft: flag(it.draft),
    authorIsBot: isBot(it.user),
    createdAt,
  };
}

function comment(event: string, body: Record<string, unknown>): DeliveredComment | null {
  if (event !== 'issue_comment' && event !== 'discussion_comment') return null;
  const it = fields(body.comment);
  const id = text(it.node_id);
  return id === '' ? null : { id, command: commandLines(text(it.body)).length > 0 };
}

const BRANCH = 'refs/heads/';

function movedBranch(body: Record<string, unknown>): string | null {
  const ref = text(body.ref);
  return ref.startsWith(BRANCH) && body.deleted !== true ? ref.slice(BRANCH.length) : null;
}

function repositoriesAdded(event: string, action: string, body: Record<string, unknown>): unknown[] {
  if (event === 'installation_repositories') return list(body.repositories_added);
  return event === 'installation' && action === 'created' ? list(body.repositories) : [];
}

function repositoriesRemoved(event: string, action: string, body: Record<string, unknown>): unknown[] {
  if (event === 'installation_repositories') return list(body.repositories_removed);
  return event === 'installation' && action === 'deleted' ? list(body.repositories) : [];
}

function repositoryRef(installationId: number | null, item: unknown): RepositoryRef[] {
  const [owner, repo] = text(fields(item).full_name).split('/');
  return installationId === null || !owner || !repo ? [] : [{ installationId, owner, repo }];
}

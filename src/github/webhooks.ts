import type { Delivery, Renamed } from '../domain/delivery.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { checkedPull } from './check-id.ts';
import { comment, isBot, thread } from './delivered-thread.ts';
import { fields, flag, list, text, wholeNumber } from './payload-fields.ts';

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
    checked: checkedPull(event, body),
    branch: event === 'push' ? movedBranch(body) : null,
    changed: Object.keys(fields(body.changes)),
    formerly: event === 'repository' ? formerName(body) : null,
    account: account(event, body),
    label: event === 'label' ? renamed(text(fields(body.label).name), fields(body.changes).name) : null,
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

function formerName(body: Record<string, unknown>): Delivery['formerly'] {
  const now = repository(body.repository);
  const changes = fields(body.changes);
  const owner = fields(fields(changes.owner).from);
  const before = {
    owner: text(fields(owner.organization).login) || text(fields(owner.user).login),
    repo: text(fields(fields(changes.repository).name).from),
  };
  if (now === null || (before.owner === '' && before.repo === '')) return null;
  return { owner: before.owner || now.owner, repo: before.repo || now.repo };
}

function account(event: string, body: Record<string, unknown>): Renamed | null {
  const onAccount = event === 'installation' ? fields(body.installation).account : body.account;
  const login = text(fields(onAccount).login) || text(fields(body.organization).login);
  return ACCOUNT_EVENTS.has(event) ? renamed(login, fields(body.changes).login) : null;
}

const ACCOUNT_EVENTS = new Set(['installation', 'installation_target', 'organization', 'membership', 'team']);

/** `change` tells what it was before, where the event is about that. */
function renamed(name: string, change: unknown): Renamed | null {
  return name === '' ? null : { name, formerly: text(fields(change).from) || null };
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

import { assignable, findAccount, permissionOf } from './find-in-state.ts';
import { HttpError, notFound } from './http-error.ts';
import { actor, type Endpoint, type RestAnswer, type RestRequest, repositoryFor, text } from './rest-request.ts';
import { addLabel } from './seed.ts';
import { accountShape, fullAccountShape, organizationShape } from './shape-account.ts';
import { labelShape, repositoryShape } from './shape-repository.ts';
import type { Account, Label, Permission } from './state.ts';

/** The repository itself, its labels and its people. */
export const repositoryEndpoints: Record<string, Endpoint> = {
  'repos/get': {
    need: 'metadata:read',
    handle: (request) => ({ status: 200, body: repositoryShape(request.world, repositoryFor(request)) }),
  },
  'issues/list-labels-for-repo': {
    need: 'issues|pull_requests:read',
    handle: (request) => {
      const labels = repositoryFor(request).labels.toSorted((a, b) => a.name.localeCompare(b.name));
      return { status: 200, list: { items: labels.map((label) => labelShape(request.world, label)) } };
    },
  },
  'issues/get-label': {
    need: 'issues|pull_requests:read',
    handle: (request) => ({ status: 200, body: labelShape(request.world, labelFor(request)) }),
  },
  'issues/create-label': { need: 'issues|pull_requests:write', handle: createLabel },
  'issues/list-assignees': {
    need: 'metadata:read',
    handle: (request) => people(request, assignable(repositoryFor(request))),
  },
  'repos/list-collaborators': { need: 'metadata:read', handle: listCollaborators },
  'repos/check-collaborator': {
    need: 'metadata:read',
    handle: (request) => {
      const account = findAccount(request.world.state, text(request, 'username'));
      if (account === undefined || !repositoryFor(request).collaborators.has(account)) throw notFound();
      return { status: 204 };
    },
  },
  'repos/get-collaborator-permission-level': { need: 'metadata:read', handle: permissionLevel },
  'repos/list-contributors': {
    need: 'metadata:read',
    handle: (request) => {
      const items = [...repositoryFor(request).collaborators.keys()].map((account) => ({
        ...accountShape(request.world, account),
        contributions: 1,
      }));
      return { status: 200, list: { items } };
    },
  },
  'users/get-by-username': {
    need: 'anybody',
    handle: (request) => {
      const account = findAccount(request.world.state, text(request, 'username'));
      if (account === undefined) throw notFound();
      return { status: 200, body: fullAccountShape(request.world, account, request.world.state.repositories) };
    },
  },
  'orgs/list-for-user': {
    need: 'anybody',
    handle: (request) => {
      const account = findAccount(request.world.state, text(request, 'username'));
      if (account === undefined) throw notFound();
      return { status: 200, list: { items: account.memberOf.map((one) => organizationShape(request.world, one)) } };
    },
  },
};

function people(request: RestRequest, accounts: Account[]): RestAnswer {
  return { status: 200, list: { items: accounts.map((account) => accountShape(request.world, account)) } };
}

function labelFor(request: RestRequest): Label {
  const name = text(request, 'name').toLowerCase();
  const found = repositoryFor(request).labels.find((label) => label.name.toLowerCase() === name);
  if (found === undefined) throw notFound();
  return found;
}

function createLabel(request: RestRequest): RestAnswer {
  const repository = repositoryFor(request);
  const { name, color, description } = request.body as { name: string; color?: string; description?: string };
  if (repository.labels.some((label) => label.name.toLowerCase() === name.toLowerCase())) {
    throw new HttpError(422, 'Validation Failed', [{ resource: 'Label', code: 'already_exists', field: 'name' }]);
  }
  const given = {
    name,
    ...(color === undefined ? {} : { color }),
    ...(description === undefined ? {} : { description }),
  };
  const label = addLabel(request.world, repository, given);
  void request.world.emit({ event: 'label', action: 'created', repository, label, sender: actor(request) });
  return { status: 201, body: labelShape(request.world, label) };
}

/** GitHub folds the five roles into the old three in `permission`. */
const folded = {
  none: 'none',
  read: 'read',
  triage: 'read',
  write: 'write',
  maintain: 'write',
  admin: 'admin',
} as const;
const ranks: Permission[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

function rightsOf(permission: Permission) {
  const rank = ranks.indexOf(permission);
  return { pull: rank >= 1, triage: rank >= 2, push: rank >= 3, maintain: rank >= 4, admin: rank >= 5 };
}

function listCollaborators(request: RestRequest): RestAnswer {
  const repository = repositoryFor(request);
  const { owner, collaborators } = repository;
  const own: [Account, Permission][] = owner.type === 'User' ? [[owner, 'admin']] : [];
  const able = [...new Map([...collaborators, ...own])].filter(([, permission]) => reaches(permission, request.query));
  const items = able.map(([account, permission]) => ({
    ...accountShape(request.world, account),
    permissions: rightsOf(permission),
    role_name: permission,
  }));
  return { status: 200, list: { items } };
}

function reaches(permission: Permission, { permission: wanted }: RestRequest['query']): boolean {
  const rights: Record<string, boolean> = rightsOf(permission);
  return wanted === undefined || rights[String(wanted)] === true;
}

function permissionLevel(request: RestRequest): RestAnswer {
  const repository = repositoryFor(request);
  const account = findAccount(request.world.state, text(request, 'username'));
  if (account === undefined) throw notFound();
  const permission = permissionOf(repository, account);
  const user = { ...accountShape(request.world, account), permissions: rightsOf(permission), role_name: permission };
  return { status: 200, body: { permission: folded[permission], role_name: permission, user } };
}

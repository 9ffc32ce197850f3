import { type KeyObject, randomBytes } from 'node:crypto';
import { addAccount } from './seed.ts';
import { type Account, type App, type Installation, identify, type Permissions, type Repository } from './state.ts';
import type { World } from './world.ts';

export interface NewApp {
  id?: number;
  slug?: string;
  owner?: string;
  permissions?: Permissions;
  events?: string[];
  webhookSecret?: string;
}

export function addApp(world: World, given: NewApp & { publicKey: KeyObject }): App {
  const slug = given.slug ?? 'commscore';
  const ids = identify(world.state, 'A');
  const app: App = {
    ...ids,
    id: given.id ?? ids.id,
    slug,
    name: slug,
    owner: addAccount(world, { login: given.owner ?? `${slug}-makers`, type: 'Organization' }),
    bot: addAccount(world, { login: `${slug}[bot]`, type: 'Bot' }),
    publicKey: given.publicKey,
    webhookSecret: given.webhookSecret ?? randomBytes(16).toString('hex'),
    permissions: given.permissions ?? everyPermission,
    events: given.events ?? everyEvent,
    createdAt: world.now(),
  };
  world.state.apps.push(app);
  return app;
}

const everyPermission: Permissions = {
  metadata: 'read',
  contents: 'read',
  issues: 'write',
  pull_requests: 'write',
  discussions: 'write',
  checks: 'write',
  members: 'read',
};

const everyEvent = [
  'issues',
  'issue_comment',
  'pull_request',
  'pull_request_review',
  'discussion',
  'discussion_comment',
  'push',
  'label',
];

/** Without repositories: all of the account's. */
export function addInstallation(world: World, app: App, account: Account, repositories?: Repository[]): Installation {
  const installation: Installation = {
    id: identify(world.state, 'I').id,
    app,
    account,
    selection: repositories === undefined ? 'all' : 'selected',
    repositories: new Set(repositories ?? []),
    createdAt: world.now(),
    updatedAt: world.now(),
    suspendedAt: null,
  };
  world.state.installations.push(installation);
  return installation;
}

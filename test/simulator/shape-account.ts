import type { Account, App, Installation, Repository } from './state.ts';
import type { World } from './world.ts';

export type Shape = Record<string, unknown>;

/** A person, bot or organisation inside another answer. */
export function accountShape(world: World, account: Account): Shape {
  const api = `${world.address}/api/v3/users/${encodeURIComponent(account.login)}`;
  return {
    login: account.login,
    id: account.id,
    node_id: account.nodeId,
    avatar_url: `${world.address}/avatars/u/${account.id}?v=4`,
    gravatar_id: '',
    url: api,
    html_url: webAddress(world, account),
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: account.type,
    site_admin: false,
  };
}

export function accountOrNull(world: World, account: Account | null): Shape | null {
  return account === null ? null : accountShape(world, account);
}

function webAddress(world: World, account: Account): string {
  if (account.type === 'Bot') return `${world.address}/apps/${account.login.replace('[bot]', '')}`;
  return `${world.address}/${account.login}`;
}

/** The answer to GET /users/{username}. */
export function fullAccountShape(world: World, account: Account, repositories: Repository[]): Shape {
  return {
    ...accountShape(world, account),
    name: account.name,
    company: account.company,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: repositories.filter((repository) => repository.owner === account).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: account.createdAt,
    updated_at: account.createdAt,
  };
}

export function appShape(world: World, app: App, installations?: number): Shape {
  return {
    id: app.id,
    client_id: `Iv1.${app.id}`,
    slug: app.slug,
    node_id: app.nodeId,
    owner: accountShape(world, app.owner),
    name: app.name,
    description: null,
    external_url: world.address,
    html_url: `${world.address}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions,
    events: app.events,
    ...(installations === undefined ? {} : { installations_count: installations }),
  };
}

export function installationShape(world: World, installation: Installation): Shape {
  const { app, account } = installation;
  return {
    id: installation.id,
    account: accountShape(world, account),
    repository_selection: installation.selection,
    access_tokens_url: `${world.address}/api/v3/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${world.address}/api/v3/installation/repositories`,
    html_url: `${world.address}/organizations/${account.login}/settings/installations/${installation.id}`,
    app_id: app.id,
    client_id: `Iv1.${app.id}`,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: app.permissions,
    events: app.events,
    created_at: installation.createdAt,
    updated_at: installation.updatedAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: installation.suspendedAt,
  };
}

export function organizationShape(world: World, owner: Account): Shape {
  const url = `${world.address}/api/v3/orgs/${owner.login}`;
  return {
    login: owner.login,
    id: owner.id,
    node_id: owner.nodeId,
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${world.address}/avatars/u/${owner.id}?v=4`,
    description: null,
  };
}

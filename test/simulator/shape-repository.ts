import { fullName } from './find-in-state.ts';
import { accountShape, type Shape } from './shape-account.ts';
import type { Category, Label, Repository } from './state.ts';
import type { World } from './world.ts';

export function apiOf(world: World, repository: Repository): string {
  return `${world.address}/api/v3/repos/${fullName(repository)}`;
}

export function webOf(world: World, repository: Repository): string {
  return `${world.address}/${fullName(repository)}`;
}

/** The few fields that installation webhooks carry. */
export function briefRepositoryShape(repository: Repository): Shape {
  return {
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: fullName(repository),
    private: repository.private,
  };
}

export function repositoryShape(world: World, repository: Repository): Shape {
  const open = [...repository.threads.values()].filter(
    (thread) => thread.kind !== 'discussion' && thread.state === 'open',
  );
  return {
    ...briefRepositoryShape(repository),
    owner: accountShape(world, repository.owner),
    html_url: webOf(world, repository),
    description: repository.description,
    fork: repository.fork,
    ...addresses(world, repository),
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    pushed_at: repository.pushedAt,
    homepage: null,
    size: 1024,
    stargazers_count: 0,
    watchers_count: 0,
    language: repository.language,
    has_issues: true,
    has_projects: false,
    has_downloads: true,
    has_wiki: false,
    has_pages: false,
    has_discussions: repository.categories.length > 0,
    forks_count: 0,
    mirror_url: null,
    archived: repository.archived,
    disabled: false,
    open_issues_count: open.length,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repository.private ? 'private' : 'public',
    forks: 0,
    open_issues: open.length,
    watchers: 0,
    default_branch: repository.defaultBranch,
  };
}

const templates: Record<string, string> = {
  forks: '/forks',
  keys: '/keys{/key_id}',
  collaborators: '/collaborators{/collaborator}',
  teams: '/teams',
  hooks: '/hooks',
  issue_events: '/issues/events{/number}',
  events: '/events',
  assignees: '/assignees{/user}',
  branches: '/branches{/branch}',
  tags: '/tags',
  blobs: '/git/blobs{/sha}',
  git_tags: '/git/tags{/sha}',
  git_refs: '/git/refs{/sha}',
  trees: '/git/trees{/sha}',
  statuses: '/statuses/{sha}',
  languages: '/languages',
  stargazers: '/stargazers',
  contributors: '/contributors',
  subscribers: '/subscribers',
  subscription: '/subscription',
  commits: '/commits{/sha}',
  git_commits: '/git/commits{/sha}',
  comments: '/comments{/number}',
  issue_comment: '/issues/comments{/number}',
  contents: '/contents/{+path}',
  compare: '/compare/{base}...{head}',
  merges: '/merges',
  archive: '/{archive_format}{/ref}',
  downloads: '/downloads',
  issues: '/issues{/number}',
  pulls: '/pulls{/number}',
  milestones: '/milestones{/number}',
  notifications: '/notifications{?since,all,participating}',
  labels: '/labels{/name}',
  releases: '/releases{/id}',
  deployments: '/deployments',
};

function addresses(world: World, repository: Repository): Shape {
  const api = apiOf(world, repository);
  const git = `${webOf(world, repository)}.git`;
  return {
    url: api,
    ...Object.fromEntries(Object.entries(templates).map(([name, template]) => [`${name}_url`, `${api}${template}`])),
    git_url: git.replace(/^http/, 'git'),
    ssh_url: `git@127.0.0.1:${fullName(repository)}.git`,
    clone_url: git,
    svn_url: webOf(world, repository),
  };
}

export function labelShape(world: World, label: Label): Shape {
  return {
    id: label.id,
    node_id: label.nodeId,
    url: `${apiOf(world, label.repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

export function categoryShape(category: Category): Shape {
  return {
    id: category.id,
    node_id: category.nodeId,
    repository_id: category.repository.id,
    emoji: category.emoji,
    name: category.name,
    description: category.description,
    created_at: category.createdAt,
    updated_at: category.createdAt,
    slug: category.slug,
    is_answerable: category.answerable,
  };
}

import { join } from 'node:path';
import { findAccount, findRepository, fullName } from './find-in-state.ts';
import { createGitRepository, type GitRepository } from './git-repository.ts';
import {
  type Account,
  type Category,
  identify,
  type Label,
  type Permission,
  type Repository,
  remember,
} from './state.ts';
import type { World } from './world.ts';

export interface NewAccount {
  login: string;
  type?: Account['type'];
  name?: string;
  company?: string;
  /** Logins of organisations. */
  memberOf?: string[];
  emails?: string[];
}

const nodePrefix = { User: 'U', Bot: 'BOT', Organization: 'O' } as const;

/** The account of that login, made where there is none; what is given anew is laid over it. */
export function addAccount(
  world: World,
  { login, type, name, company, memberOf = [], emails = [] }: NewAccount,
): Account {
  const known = findAccount(world.state, login);
  const account: Account = known ?? blankAccount(world, login, type ?? (login.endsWith('[bot]') ? 'Bot' : 'User'));
  account.name = name ?? account.name;
  account.company = company ?? account.company;
  for (const organization of memberOf)
    account.memberOf.push(addAccount(world, { login: organization, type: 'Organization' }));
  account.emails = [...new Set([...account.emails, ...emails])];
  return account;
}

function blankAccount(world: World, login: string, type: Account['type']): Account {
  const ids = identify(world.state, nodePrefix[type]);
  const account: Account = {
    kind: 'account',
    ...ids,
    type,
    login,
    name: null,
    company: null,
    memberOf: [],
    emails: [`${login}@users.noreply.github.com`, `${ids.id}+${login}@users.noreply.github.com`],
    createdAt: world.now(),
  };
  world.state.accounts.push(account);
  return remember(world.state, account);
}

export interface NewRepository {
  owner: string;
  name: string;
  ownerType?: 'User' | 'Organization';
  description?: string;
  private?: boolean;
  fork?: boolean;
  archived?: boolean;
  /** false: they are switched off. */
  hasIssues?: boolean;
  defaultBranch?: string;
  language?: string;
  labels?: (string | { name: string; color?: string; description?: string })[];
  categories?: { name: string; answerable?: boolean }[];
  collaborators?: Record<string, Permission>;
  createdAt?: string;
  /** A bare repository that lies where this one belongs; otherwise an empty one is made. */
  git?: GitRepository;
}

export function repositoryDirectory(world: World, owner: string, name: string): string {
  return join(world.directory, owner.toLowerCase(), `${name.toLowerCase()}.git`);
}

export async function addRepository(world: World, given: NewRepository): Promise<Repository> {
  if (findRepository(world.state, given.owner, given.name) !== undefined) {
    throw new Error(`${given.owner}/${given.name} exists already`);
  }
  const defaultBranch = given.defaultBranch ?? 'main';
  const directory = repositoryDirectory(world, given.owner, given.name);
  const created = given.createdAt ?? world.now();
  const repository: Repository = {
    kind: 'repository',
    ...identify(world.state, 'R'),
    owner: addAccount(world, { login: given.owner, type: given.ownerType ?? 'Organization' }),
    name: given.name,
    description: given.description ?? null,
    private: given.private ?? false,
    fork: given.fork ?? false,
    archived: given.archived ?? false,
    hasIssues: given.hasIssues ?? true,
    defaultBranch,
    language: given.language ?? null,
    labels: [],
    categories: [],
    milestones: [],
    collaborators: new Map(),
    threads: new Map(),
    nextNumber: 1,
    checkRuns: [],
    git: given.git ?? (await createGitRepository(directory, defaultBranch)),
    createdAt: created,
    updatedAt: created,
    pushedAt: created,
  };
  fillRepository(world, repository, given);
  world.state.repositories.push(repository);
  return remember(world.state, repository);
}

function fillRepository(world: World, repository: Repository, given: NewRepository): void {
  for (const label of given.labels ?? [])
    addLabel(world, repository, typeof label === 'string' ? { name: label } : label);
  for (const category of given.categories ?? []) addCategory(world, repository, category);
  for (const [login, permission] of Object.entries(given.collaborators ?? {})) {
    repository.collaborators.set(addAccount(world, { login }), permission);
  }
}

export function addLabel(
  world: World,
  repository: Repository,
  { name, color = 'ededed', description }: { name: string; color?: string; description?: string },
): Label {
  const label: Label = {
    kind: 'label',
    ...identify(world.state, 'LA'),
    repository,
    name,
    color,
    description: description ?? null,
    createdAt: world.now(),
  };
  repository.labels.push(label);
  return remember(world.state, label);
}

function addCategory(
  world: World,
  repository: Repository,
  { name, answerable = false }: { name: string; answerable?: boolean },
): Category {
  const category: Category = {
    kind: 'category',
    ...identify(world.state, 'DIC'),
    repository,
    name,
    slug: name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'),
    emoji: answerable ? ':pray:' : ':speech_balloon:',
    description: `${name} of ${fullName(repository)}`,
    answerable,
    createdAt: world.now(),
  };
  repository.categories.push(category);
  return remember(world.state, category);
}

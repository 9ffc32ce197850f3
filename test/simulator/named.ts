import { findRepository } from './find-in-state.ts';
import { HttpError } from './http-error.ts';
import type { Issue, Pull, Repository, Thread } from './state.ts';
import type { World } from './world.ts';

/** `owner/name`. */
export type RepositoryName = string;

export interface ThreadName {
  repository: RepositoryName;
  number: number;
}

export function repositoryNamed(world: World, name: RepositoryName): Repository {
  const [owner = '', short = ''] = name.split('/');
  const found = findRepository(world.state, owner, short);
  if (found === undefined) throw new HttpError(404, `no repository ${name}`);
  return found;
}

export function threadNamed(world: World, { repository, number }: ThreadName): Thread {
  const found = repositoryNamed(world, repository).threads.get(number);
  if (found === undefined) throw new HttpError(404, `no thread ${repository}#${number}`);
  return found;
}

export function workNamed(world: World, name: ThreadName): Issue | Pull {
  const found = threadNamed(world, name);
  if (found.kind === 'discussion') throw new HttpError(422, `${name.repository}#${name.number} is a discussion`);
  return found;
}

export function issueNamed(world: World, name: ThreadName): Issue {
  const found = threadNamed(world, name);
  if (found.kind !== 'issue') throw new HttpError(422, `${name.repository}#${name.number} is no issue`);
  return found;
}

export function pullNamed(world: World, name: ThreadName): Pull {
  const found = threadNamed(world, name);
  if (found.kind !== 'pull') throw new HttpError(422, `${name.repository}#${name.number} is no pull request`);
  return found;
}

import type { Caller } from './authentication.ts';
import { findAccount, findRepository, reaches } from './find-in-state.ts';
import { HttpError, notFound } from './http-error.ts';
import type { Account, App, Discussion, Issue, Pull, Repository } from './state.ts';
import type { World } from './world.ts';

/** A request that fits GitHub's description, as a handler sees it. */
export interface RestRequest {
  world: World;
  caller: Caller;
  method: string;
  path: Record<string, string | number>;
  query: Record<string, unknown>;
  body: Record<string, unknown>;
  headers: Record<string, string | string[] | undefined>;
}

export interface RestAnswer {
  status: number;
  /** undefined: no content. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Sent as it is in place of JSON. */
  raw?: { type: string; content: Buffer };
  /** Items of which one page is given. */
  list?: { items: unknown[]; wrap?: (page: unknown[]) => object };
}

export type Handler = (request: RestRequest) => RestAnswer | Promise<RestAnswer>;

/** What a handler needs of the app's permissions; `app` is the app itself, with its JWT. */
export type Need = 'app' | 'anybody' | `${string}:${'read' | 'write'}`;

export interface Endpoint {
  need: Need;
  handle: Handler;
}

export function text(request: RestRequest, name: string): string {
  return String(request.path[name] ?? '');
}

/** The repository of the path, if the caller may see it. */
export function repositoryFor(request: RestRequest): Repository {
  const repository = findRepository(request.world.state, text(request, 'owner'), text(request, 'repo'));
  if (repository === undefined || !sees(request.caller, repository)) throw notFound();
  return repository;
}

export function sees(caller: Caller, repository: Repository): boolean {
  if (!repository.private) return true;
  return caller.kind === 'installation' && covers(caller, repository);
}

function covers(caller: Extract<Caller, { kind: 'installation' }>, repository: Repository): boolean {
  return (
    reaches(caller.installation, repository) &&
    (caller.token.repositories === null || caller.token.repositories.has(repository))
  );
}

/** @throws HttpError 403 in GitHub's words where the token does not go so far. */
export function demand(caller: Caller, need: Need, repository: Repository | undefined): void {
  if (need === 'anybody') return;
  if (need === 'app') {
    if (caller.kind !== 'app') throw new HttpError(401, 'A JSON web token could not be decoded');
    return;
  }
  if (caller.kind === 'nobody' && need.endsWith(':read') && repository?.private === false) return;
  if (caller.kind === 'nobody') throw new HttpError(401, 'Requires authentication');
  if (caller.kind !== 'installation') throw new HttpError(403, 'Resource not accessible by integration');
  const [name = '', level] = need.split(':');
  const granted = name.split('|').map((one) => caller.token.permissions[one]);
  const enough = granted.includes('write') || (level === 'read' && granted.includes('read'));
  const open = level === 'read' && repository?.private === false;
  const inside = repository === undefined || covers(caller, repository);
  if (!(inside && enough) && !open) throw new HttpError(403, 'Resource not accessible by integration');
}

export function threadFor(request: RestRequest): Issue | Pull {
  const repository = repositoryFor(request);
  const thread = repository.threads.get(Number(request.path.issue_number ?? request.path.pull_number));
  if (thread === undefined || thread.kind === 'discussion') throw notFound();
  return thread;
}

export function pullFor(request: RestRequest): Pull {
  const thread = threadFor(request);
  if (thread.kind !== 'pull') throw notFound();
  return thread;
}

export function anyThreadFor(request: RestRequest): Issue | Pull | Discussion {
  const thread = repositoryFor(request).threads.get(Number(request.path.issue_number));
  if (thread === undefined) throw notFound();
  return thread;
}

/** Under whose name a write appears. */
export function actor(request: RestRequest): Account {
  return callingApp(request).bot;
}

export function callingApp({ caller }: RestRequest): App {
  if (caller.kind === 'app') return caller.app;
  if (caller.kind === 'installation') return caller.installation.app;
  throw new HttpError(401, 'Requires authentication');
}

export function peopleNamed(request: RestRequest, logins: unknown): Account[] {
  return (Array.isArray(logins) ? logins : []).flatMap(
    (login) => findAccount(request.world.state, String(login)) ?? [],
  );
}

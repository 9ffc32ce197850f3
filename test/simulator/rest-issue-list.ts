import { HttpError } from './http-error.ts';
import { type RestAnswer, type RestRequest, repositoryFor } from './rest-request.ts';
import { issueShape } from './shape-thread.ts';
import type { Issue, Pull } from './state.ts';

export function listIssues(request: RestRequest): RestAnswer {
  const { query, world } = request;
  if (!repositoryFor(request).hasIssues) throw new HttpError(410, 'Issues has been disabled in this repository.');
  const labels = String(query.labels ?? '')
    .split(',')
    .filter((name) => name !== '');
  const found = [...repositoryFor(request).threads.values()].filter(
    (thread): thread is Issue | Pull =>
      thread.kind !== 'discussion' &&
      (query.state === 'all' || thread.state === (query.state ?? 'open')) &&
      (query.since === undefined || thread.updatedAt >= since(query.since)) &&
      (query.creator === undefined || thread.author?.login === query.creator) &&
      fitsAssignee(thread, query.assignee) &&
      labels.every((name) => thread.labels.some((made) => made.name === name)),
  );
  return { status: 200, list: { items: sorted(found, query).map((thread) => issueShape(world, thread)) } };
}

function since(value: unknown): string {
  return new Date(String(value)).toISOString().replace(/\.\d+Z$/, 'Z');
}

function fitsAssignee(thread: Issue | Pull, wanted: unknown): boolean {
  if (wanted === undefined) return true;
  if (wanted === 'none') return thread.assignees.length === 0;
  return wanted === '*' ? thread.assignees.length > 0 : thread.assignees.some(({ login }) => login === wanted);
}

/** As lists of issues and pulls are ordered: newest first where nothing is said. */
export function sorted<T extends Issue | Pull>(threads: T[], query: Record<string, unknown>): T[] {
  const key = (thread: T): string | number => {
    if (query.sort === 'updated') return thread.updatedAt;
    if (query.sort === 'comments' || query.sort === 'popularity') return thread.comments.length;
    return thread.createdAt;
  };
  const up = threads.toSorted((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === right) return a.number - b.number;
    return left < right ? -1 : 1;
  });
  return query.direction === 'asc' ? up : up.toReversed();
}

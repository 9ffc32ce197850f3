import { z } from 'zod';
import type { ThreadType } from '../domain/fact.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import type { Graphql } from './graphql.ts';
import { RATE_LIMIT } from './limit-answer.ts';
import { askPartly } from './partial-answer.ts';
import { isBot } from './thread-facts.ts';
import { actor } from './thread-nodes.ts';

/** A thread as far as a look at the whole repository tells of it. */
export interface UpdatedThread {
  type: ThreadType;
  number: number;
  /** ISO 8601 UTC. */
  createdAt: string;
  updatedAt: string;
  open: boolean;
  authorIsBot: boolean;
}

const TYPES = ['issue', 'pull', 'discussion'] as const;
const FIELD = { issue: 'issues', pull: 'pullRequests', discussion: 'discussions' } as const;
const OPEN = { issue: 'state', pull: 'state', discussion: 'closed' } as const;
const PAGE = 50;
/** So many threads of each type in one look; whoever has more is read by the history. */
const MAX_PAGES = 100;

/** What was updated the last comes first. */
export function updatedQuery(types: readonly ThreadType[]): string {
  const pages = types.map((type) => {
    const filter = type === 'issue' ? ', filterBy: { since: $since }' : '';
    return `${type}: ${FIELD[type]}(first: ${PAGE}, after: $${type}, orderBy: { field: UPDATED_AT, direction: DESC }${filter}) {
      nodes { number createdAt updatedAt ${OPEN[type]} author { __typename login } } pageInfo { hasNextPage endCursor }
    }`;
  });
  const since = types.includes('issue') ? ', $since: DateTime' : '';
  const after = types.map((type) => `, $${type}: String`).join('');
  return `query ($owner: String!, $repo: String!${since}${after}) {
    repository(owner: $owner, name: $repo) { isFork isArchived ${pages.join('\n')} }
    ${RATE_LIMIT}
  }`;
}

const node = z.object({
  number: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
  state: z.string().optional(),
  closed: z.boolean().optional(),
  author: actor,
});

const connection = z
  .object({
    nodes: z.array(node.nullable()).nullable(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  })
  .nullish();

const answer = z.object({
  repository: z
    .object({
      isFork: z.boolean(),
      isArchived: z.boolean(),
      issue: connection,
      pull: connection,
      discussion: connection,
    })
    .nullish(),
});

/** Issues, pulls and discussions that were updated at or after a time: one request where they are few. Of a fork, or of what is gone, none. */
export async function readUpdatedThreads(
  octokit: Graphql,
  ref: RepositoryRef,
  since: string,
): Promise<UpdatedThread[]> {
  const { owner, repo } = ref;
  const found: UpdatedThread[] = [];
  const after: Partial<Record<ThreadType, string | null>> = {};
  let types: ThreadType[] = [...TYPES];
  for (let page = 0; page < MAX_PAGES && types.length > 0; page++) {
    const variables = { owner, repo, ...(types.includes('issue') && { since }), ...after };
    const { repository } = answer.parse(await askPartly(octokit, updatedQuery(types), variables, mayLack));
    if (repository == null || repository.isFork || repository.isArchived) return [];
    const more: ThreadType[] = [];
    for (const type of types) {
      delete after[type];
      const { nodes, pageInfo } = repository[type] ?? NONE;
      const fresh = (nodes ?? []).filter((one) => one !== null).filter(({ updatedAt }) => isSince(updatedAt, since));
      found.push(...fresh.map((one) => updatedThread(type, one)));
      if (!pageInfo.hasNextPage || fresh.length === 0 || fresh.length < (nodes ?? []).filter(Boolean).length) continue;
      more.push(type);
      after[type] = pageInfo.endCursor;
    }
    types = more;
  }
  return found;
}

const NONE = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** Discussions are a permission of their own, which an older installation may not have given; and all of it may be gone. */
function mayLack({ type, path }: { type: string; path: string[] }): boolean {
  return path[1] === 'discussion' ? type === 'FORBIDDEN' : type === 'NOT_FOUND' && path.length === 1;
}

function isSince(time: string, since: string): boolean {
  return Date.parse(time) >= Math.floor(Date.parse(since) / 1000) * 1000;
}

function updatedThread(type: ThreadType, it: z.output<typeof node>): UpdatedThread {
  const { number, createdAt, updatedAt, state, closed, author } = it;
  const open = type === 'discussion' ? closed === false : state === 'OPEN';
  return { type, number, createdAt, updatedAt, open, authorIsBot: isBot(author) };
}

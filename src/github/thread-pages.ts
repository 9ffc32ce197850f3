import { z } from 'zod';
import type { Fact, ThreadType } from '../domain/fact.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { graphqlErrorTypes, statusOf } from './github-error.ts';
import type { Graphql } from './read-thread.ts';
import { botFacts, discussionFact, issueFact, mergedChange, pullFact } from './thread-facts.ts';
import { discussionNode, issueNode, pullNode, threadFields } from './thread-nodes.ts';

export interface ThreadPage {
  facts: Fact[];
  threads: number;
  /** When the last of its threads was updated. */
  updatedUpTo: string;
  /** Of all pages. */
  total: number;
}

const CONNECTION = { issue: 'issues', pull: 'pullRequests', discussion: 'discussions' } as const;
/** A pull brings its files and reviews: more of them at once and GitHub runs out of time. */
const PAGE_SIZE = { issue: 100, pull: 50, discussion: 100 } as const;
const SMALLEST_PAGE = 10;

export function pageQuery(type: ThreadType): string {
  const [variable, filter] = type === 'issue' ? [', $since: DateTime', ', filterBy: { since: $since }'] : ['', ''];
  const order = 'orderBy: { field: UPDATED_AT, direction: $direction }';
  return `query ($owner: String!, $repo: String!, $first: Int!, $after: String, $direction: OrderDirection!${variable}) {
    repository(owner: $owner, name: $repo) {
      page: ${CONNECTION[type]}(first: $first, after: $after, ${order}${filter}) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ${threadFields[type]} }
      }
    }
  }`;
}

/** Pages of one type, the least lately updated first. Only issues can be asked for since when: the others are read back. */
export async function* threadPages(
  octokit: Graphql,
  ref: RepositoryRef,
  type: ThreadType,
  since: string | null,
): AsyncGenerator<ThreadPage> {
  const ask = pageAsker(octokit, ref, type, since);
  if (since === null || type === 'issue') {
    for await (const { nodes, total } of pagesOf(ask, 'ASC')) yield toPage(ref, nodes, total);
    return;
  }
  const recent: ThreadNode[] = [];
  for await (const { nodes } of pagesOf(ask, 'DESC')) {
    const newer = nodes.filter(({ updatedAt }) => updatedAt >= since);
    recent.push(...newer);
    if (newer.length < nodes.length) break;
  }
  if (recent.length > 0) yield toPage(ref, recent.reverse(), recent.length);
}

const NODE = { issue: issueNode, pull: pullNode, discussion: discussionNode } as const;

type ThreadNode = z.output<(typeof NODE)[ThreadType]>;
type Direction = 'ASC' | 'DESC';
type AskPage = (direction: Direction, after: string | null) => Promise<AnsweredPage>;

interface AnsweredPage {
  nodes: ThreadNode[];
  total: number;
  endCursor: string | null;
}

async function* pagesOf(ask: AskPage, direction: Direction): AsyncGenerator<AnsweredPage> {
  let after: string | null = null;
  do {
    const page = await ask(direction, after);
    if (page.nodes.length > 0) yield page;
    after = page.endCursor;
  } while (after !== null);
}

const NO_PAGE: AnsweredPage = { nodes: [], total: 0, endCursor: null };

function pageAsker(octokit: Graphql, ref: RepositoryRef, type: ThreadType, since: string | null): AskPage {
  const { owner, repo } = ref;
  let first: number = PAGE_SIZE[type];

  async function ask(direction: Direction, after: string | null): Promise<AnsweredPage> {
    const variables = { owner, repo, first, after, direction, ...(since !== null && type === 'issue' && { since }) };
    try {
      return readPage(type, await octokit.graphql(pageQuery(type), variables));
    } catch (error) {
      // Discussions are a permission of their own, which an older installation may not have given.
      if (type === 'discussion' && graphqlErrorTypes(error).includes('FORBIDDEN')) return NO_PAGE;
      if ((statusOf(error) ?? 0) < 500 || first <= SMALLEST_PAGE) throw error;
      first = Math.max(SMALLEST_PAGE, first >> 1);
      return ask(direction, after);
    }
  }
  return ask;
}

function readPage(type: ThreadType, answer: unknown): AnsweredPage {
  const connection = z.object({
    totalCount: z.number(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    nodes: z.array(NODE[type].nullable()),
  });
  const { repository } = z.object({ repository: z.object({ page: connection }).nullable() }).parse(answer);
  if (repository === null) return NO_PAGE;
  const { totalCount, pageInfo, nodes } = repository.page;
  return {
    nodes: nodes.filter((node) => node !== null),
    total: totalCount,
    endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
}

function toPage(ref: RepositoryRef, nodes: ThreadNode[], total: number): ThreadPage {
  const facts = nodes.flatMap((node) => factsOf(node, ref));
  const people = botFacts(nodes.map(({ author }) => author));
  return { facts: [...facts, ...people], threads: nodes.length, updatedUpTo: nodes.at(-1)?.updatedAt ?? '', total };
}

function factsOf(node: ThreadNode, ref: RepositoryRef): Fact[] {
  if ('mergedAt' in node) {
    const change = mergedChange(node);
    return change === null ? [pullFact(node)] : [pullFact(node), change];
  }
  if ('isAnswered' in node) return [discussionFact(node)];
  return [issueFact(node, ref)];
}

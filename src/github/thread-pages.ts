import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { isDigest } from '../comment/marker.ts';
import type { Fact, ThreadType } from '../domain/fact.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { LABEL_CHANGES, timeline, unlabelled } from './declined-people.ts';
import { graphqlErrorTypes, statusOf } from './github-error.ts';
import type { Graphql } from './graphql.ts';
import { heardTones } from './heard-tones.ts';
import { RATE_LIMIT } from './limit-answer.ts';
import { askPartly, isHiddenNode, partIn } from './partial-answer.ts';
import { botFacts, discussionFact, isBot, issueFact, mergedChange, pullFact } from './thread-facts.ts';
import { discussionNode, issueNode, pullNode, threadFields } from './thread-nodes.ts';

/** Threads of one type, the latest updated first. */
export interface ThreadPage {
  facts: Fact[];
  threads: number;
  /** When the first and the last of them were updated; null where there is none. */
  newest: string | null;
  oldest: string | null;
  /** Of all pages; null where that is not told. */
  total: number | null;
  /** Where the next page begins; null where it would tell nothing new. */
  next: string | null;
}

export interface PageAsked {
  type: ThreadType;
  /** Only what was updated at or after this time. */
  since: string | null;
  after: string | null;
  first: number;
}

const CONNECTION = { issue: 'issues', pull: 'pullRequests', discussion: 'discussions' } as const;
/** A pull brings its files and reviews: more of them at once and GitHub runs out of time. */
export const PAGE_SIZE = { issue: 100, pull: 50, discussion: 100 } as const;
const SMALLEST_PAGE = 10;

export function pageQuery(type: ThreadType): string {
  const [variable, filter] = type === 'issue' ? [', $since: DateTime', ', filterBy: { since: $since }'] : ['', ''];
  const order = 'orderBy: { field: UPDATED_AT, direction: DESC }';
  return `query ($owner: String!, $repo: String!, $first: Int!, $after: String${variable}) {
    repository(owner: $owner, name: $repo) {
      page: ${CONNECTION[type]}(first: $first, after: $after, ${order}${filter}) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ${threadFields[type]} ${LABEL_CHANGES[type]} }
      }
    }
    ${RATE_LIMIT}
  }`;
}

const NO_PAGE: ThreadPage = { facts: [], threads: 0, newest: null, oldest: null, total: 0, next: null };

/** null: so many are too much for GitHub at once, fewer may be asked for. */
export async function readThreadPage(
  octokit: Graphql,
  ref: RepositoryRef,
  { type, since, after, first }: PageAsked,
): Promise<ThreadPage | null> {
  const { owner, repo } = ref;
  const variables = { owner, repo, first, after, ...(since !== null && type === 'issue' && { since }) };
  try {
    const answer = await askPartly(octokit, pageQuery(type), variables, isHiddenNode);
    return await toPage(ref, readPage(nodeOf(type), answer), { type, since });
  } catch (error) {
    // Discussions are a permission of their own, which an older installation may not have given.
    if (type === 'discussion' && graphqlErrorTypes(error).includes('FORBIDDEN')) return NO_PAGE;
    if (!isBroken(error)) throw error;
    if (first > SMALLEST_PAGE) return null;
    return toPage(ref, whatCanBeRead(type, error), { type, since });
  }
}

export function smallerPage(first: number): number {
  return Math.max(SMALLEST_PAGE, first >> 1);
}

const NODE = {
  issue: issueNode.extend(timeline.shape),
  pull: pullNode.extend(timeline.shape),
  discussion: discussionNode,
} as const;

type ThreadNode = z.output<(typeof NODE)[ThreadType]>;

function nodeOf(type: ThreadType): z.ZodType<ThreadNode | null> {
  return NODE[type].nullable();
}

interface AnsweredPage {
  nodes: ThreadNode[];
  total: number;
  next: string | null;
}

/** GitHub ran out of time, or over something in one of the threads. */
function isBroken(error: unknown): boolean {
  const types = graphqlErrorTypes(error);
  return (statusOf(error) ?? 0) >= 500 || types.includes('') || types.includes('INTERNAL');
}

/** One thread that GitHub cannot tell of does not keep all the others from being read. @throws the error itself */
function whatCanBeRead(type: ThreadType, error: unknown): AnsweredPage {
  try {
    return readPage(nodeOf(type).catch(null), partIn(error));
  } catch {
    throw error;
  }
}

function readPage(node: z.ZodType<ThreadNode | null>, answer: unknown): AnsweredPage {
  const connection = z.object({
    totalCount: z.number(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    nodes: z.array(node),
  });
  const { repository } = z.object({ repository: z.object({ page: connection }).nullable() }).parse(answer);
  if (repository === null) return { nodes: [], total: 0, next: null };
  const { totalCount, pageInfo, nodes } = repository.page;
  return {
    nodes: nodes.filter((node) => node !== null),
    total: totalCount,
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
}

/** Only issues can be asked for since when: of the others reading goes back to what is known, and no further. */
async function toPage(
  ref: RepositoryRef,
  { nodes, total, next }: AnsweredPage,
  { type, since }: Pick<PageAsked, 'type' | 'since'>,
): Promise<ThreadPage> {
  const fresh = since === null ? nodes : nodes.filter(({ updatedAt }) => updatedAt >= since);
  const facts: Fact[] = [];
  for (const node of fresh) {
    facts.push(...factsOf(node, ref));
    // A thread of many comments takes a while to hear, and webhooks come in meanwhile.
    await setImmediate();
  }
  return {
    facts: [...facts, ...botFacts(fresh.map(({ author }) => author))],
    threads: fresh.length,
    newest: fresh[0]?.updatedAt ?? null,
    oldest: fresh.at(-1)?.updatedAt ?? null,
    total: since === null || type === 'issue' ? total : null,
    next: fresh.length < nodes.length ? null : next,
  };
}

function factsOf(node: ThreadNode, ref: RepositoryRef): Fact[] {
  if (isDigest({ body: node.body, authorIsBot: isBot(node.author) })) return [];
  const tones = heardTones(node);
  if ('mergedAt' in node) {
    const pull = { ...pullFact(node), ...unlabelled(node), ...tones };
    const change = mergedChange(node);
    return change === null ? [pull] : [pull, change];
  }
  if ('isAnswered' in node) return [{ ...discussionFact(node), ...tones }];
  return [{ ...issueFact(node, ref), ...unlabelled(node), ...tones }];
}

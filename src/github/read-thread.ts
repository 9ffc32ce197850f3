import { z } from 'zod';
import type { ChangeFact, FileChange, ThreadFact } from '../domain/fact.ts';
import type { ThreadRef } from '../domain/thread-ref.ts';
import { byBots, declinedPeople, TIMELINE, timeline, unlabelled } from './declined-people.ts';
import { isGone } from './github-error.ts';
import type { Graphql } from './graphql.ts';
import { type HeardThread, heardTones, type Said, saidOn } from './heard-tones.ts';
import { askPartly, isHiddenNode } from './partial-answer.ts';
import { fields, list } from './payload-fields.ts';
import { STANDING, type StandingComments, standing, standingComments } from './standing-comments.ts';
import { discussionFact, filesOf, isBot, issueFact, mergedChange, pullFact, reviewersOf } from './thread-facts.ts';
import {
  type Actor,
  discussionNode,
  filePage,
  issueNode,
  type PullNode,
  pullNode,
  threadFields,
} from './thread-nodes.ts';

export interface ReadThread {
  fact: ThreadFact;
  /** What it changed; of a pull that is merged. */
  change?: ChangeFact;
  /** ISO 8601 UTC. */
  updatedAt: string;
  locked: boolean;
  draft: boolean;
  authorIsBot: boolean;
  files: FileChange[];
  /** Commit that a pull stands at. */
  head?: string;
  reviewers: string[];
  /** Un-assigned or with the review request removed, and not asked again by a human since. */
  declined: string[];
  /** What stands on the thread and was last put there by a bot; absent for discussions, which do not tell. */
  byBots?: { labels: string[]; people: string[] };
  /** What humans said on it, in no order; absent where that is not told. For this moment only, never to be kept. */
  said?: Said[];
  /** For `upsertComment`: what may be the app's own comment, as it stood. */
  standing: StandingComments;
}

/** Of the thread as it is now; a pull of the past stands at what was merged. */
const ONLY_NOW = { issue: '', pull: 'headRefOid', discussion: '' } as const;

const FIELD = { issue: 'issue', pull: 'pullRequest', discussion: 'discussion' } as const;

export function threadQuery(type: ThreadRef['type']): string {
  return `query ($owner: String!, $repo: String!, $number: Int!) {
    repository(owner: $owner, name: $repo) { thread: ${FIELD[type]}(number: $number) { ${threadFields[type]} ${ONLY_NOW[type]} ${TIMELINE[type]} ${STANDING[type]} } }
  }`;
}

/** The thread as it stands now; null when it is gone, or is to be found elsewhere. */
export async function readThread(octokit: Graphql, ref: ThreadRef): Promise<ReadThread | null> {
  const read = await readAs(octokit, ref);
  return read?.fact.id === String(ref.number) ? read : null;
}

async function readAs(octokit: Graphql, ref: ThreadRef): Promise<ReadThread | null> {
  const { owner, repo, number } = ref;
  const answer = await askOrGone(octokit, threadQuery(ref.type), { owner, repo, number });
  if (answer === null) return null;
  switch (ref.type) {
    case 'issue': {
      const issue = threadIn(issueNode.extend({ ...timeline.shape, ...standing.shape }), answer);
      return (
        issue && {
          ...reading({ ...issueFact(issue, ref), ...unlabelled(issue) }, issue),
          declined: declinedPeople(issue),
          byBots: byBots(issue),
        }
      );
    }
    case 'pull': {
      const pull = threadIn(
        pullNode.extend({ ...timeline.shape, ...standing.shape, headRefOid: z.string().optional() }),
        answer,
      );
      if (pull === null) return null;
      const files = [...filesOf(pull.files), ...(await moreFiles(octokit, ref, pull))];
      const people = { reviewers: reviewersOf(pull), declined: declinedPeople(pull), byBots: byBots(pull) };
      const change = mergedChange(pull);
      return {
        ...reading({ ...pullFact(pull), ...unlabelled(pull) }, pull),
        ...(change && { change }),
        draft: pull.isDraft,
        ...(pull.headRefOid !== undefined && { head: pull.headRefOid }),
        files,
        ...people,
      };
    }
    case 'discussion': {
      const discussion = threadIn(discussionNode.extend(standing.shape), answer);
      return discussion && reading(discussionFact(discussion), discussion);
    }
  }
}

async function askOrGone(octokit: Graphql, query: string, variables: Record<string, unknown>): Promise<unknown> {
  try {
    return await askPartly(octokit, query, variables, isHiddenNode);
  } catch (error) {
    if (isGone(error) && !isOfPart(error)) return null;
    throw error;
  }
}

/** Something of the thread could not be told, which does not mean that the thread is gone. */
function isOfPart(error: unknown): boolean {
  return list(fields(error).errors).some((one) => list(fields(one).path).length > 2);
}

const wrapped = z.object({ repository: z.object({ thread: z.unknown() }).nullable() }).nullable();

function threadIn<T extends z.ZodType>(node: T, answer: unknown): z.output<T> | null {
  return node.nullable().parse(wrapped.parse(answer)?.repository?.thread ?? null);
}

type Read = { locked: boolean; updatedAt: string; author: Actor } & HeardThread & z.output<typeof standing>;

function reading(fact: ThreadFact, read: Read): ReadThread {
  const { locked, updatedAt, author } = read;
  const nobody = { files: [], reviewers: [], declined: [] };
  const said = saidOn(read);
  return {
    fact: { ...fact, ...heardTones(read) },
    updatedAt,
    locked,
    draft: false,
    authorIsBot: isBot(author),
    ...nobody,
    ...(said !== null && { said }),
    standing: standingComments(read),
  };
}

const MAX_FILE_PAGES = 3;

export const FILES_QUERY = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) { thread: pullRequest(number: $number) {
    files(first: 100, after: $after) { nodes { path additions deletions } pageInfo { hasNextPage endCursor } }
  } }
}`;

async function moreFiles(octokit: Graphql, { owner, repo, number }: ThreadRef, pull: PullNode): Promise<FileChange[]> {
  const files: FileChange[] = [];
  let page = pull.files;
  for (let read = 1; read < MAX_FILE_PAGES && page?.pageInfo.hasNextPage; read += 1) {
    const answer = await octokit.graphql(FILES_QUERY, { owner, repo, number, after: page.pageInfo.endCursor });
    page = threadIn(z.object({ files: filePage }), answer)?.files ?? null;
    files.push(...filesOf(page));
  }
  return files;
}

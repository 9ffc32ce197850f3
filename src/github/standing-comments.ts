import { z } from 'zod';
import { TRIAGE_MARKER } from '../comment/marker.ts';
import { isBot, loginOf } from './thread-facts.ts';
import { actor } from './thread-nodes.ts';
import type { ThreadComment } from './upsert-comment.ts';

/** Comments of a thread that may be the app's own, as they stood when it was read: so none are listed to write one. */
export interface StandingComments {
  /** Node id of the thread. */
  threadId: string;
  comments: ThreadComment[];
  /** Whether all were looked through: the app writes early, so its own is seldom beyond the first hundred. */
  complete: boolean;
}

const WHO = 'body author { __typename login }';
const MORE = 'pageInfo { hasNextPage }';
/** REST, by which comments of issues and pulls are changed, goes by numbers. */
const WORK = `threadId: id standing: comments(first: 100) { nodes { id: fullDatabaseId ${WHO} } ${MORE} }`;

/** Belongs to the one read of a thread. */
export const STANDING = {
  issue: WORK,
  pull: WORK,
  discussion: `threadId: id standing: comments(first: 100) { nodes { id ${WHO} } ${MORE} }`,
} as const;

const comment = z.object({ id: z.union([z.string(), z.number()]), body: z.string(), author: actor });

export const standing = z.object({
  threadId: z.string(),
  standing: z.object({
    nodes: z.array(comment.nullable()).nullable(),
    pageInfo: z.object({ hasNextPage: z.boolean() }),
  }),
});

/** Of all comments only what a bot wrote under our marker. */
export function standingComments({
  threadId,
  standing: { nodes, pageInfo },
}: z.output<typeof standing>): StandingComments {
  const comments: ThreadComment[] = [];
  for (const node of nodes ?? []) {
    if (node === null || !isBot(node.author) || !node.body.trimStart().startsWith(TRIAGE_MARKER)) continue;
    comments.push({ id: String(node.id), body: node.body, author: loginOf(node.author), authorIsBot: true });
  }
  return { threadId, comments, complete: !pageInfo.hasNextPage };
}

import { z } from 'zod';
import { type ThreadRef, threadKey } from '../domain/thread-ref.ts';
import { isGone } from './github-error.ts';
import type { Graphql } from './graphql.ts';
import type { Reaction } from './reactions.ts';
import { isBot, loginOf } from './thread-facts.ts';

/** A comment as it stands now, by its node id. */
export interface CommandComment {
  /** Node id, as GraphQL writes it: that of a webhook may be of an older kind. */
  id: string;
  body: string;
  /** null: a deleted account. */
  author: string | null;
  authorIsHuman: boolean;
  /** Of the thread. */
  locked: boolean;
  /** ISO 8601 UTC. */
  createdAt: string;
  /** Ours, as it stands. */
  reactions: Reaction[];
  /** Node id under which a discussion keeps answers to it; null elsewhere. */
  replyTo: string | null;
}

const COMMENT =
  'id body createdAt author { __typename login } editor { login } reactionGroups { content viewerHasReacted }';
const THREAD = 'number locked repository { name owner { login } }';

const FRAGMENTS = {
  issue: `... on IssueComment { ${COMMENT} thread: issue { ${THREAD} } }`,
  pull: `... on IssueComment { ${COMMENT} thread: pullRequest { ${THREAD} } }`,
  discussion: `... on DiscussionComment { ${COMMENT} replyTo { id } thread: discussion { ${THREAD} } }`,
} as const;

export function commentQuery(type: ThreadRef['type']): string {
  return `query ($id: ID!) { node(id: $id) { __typename ${FRAGMENTS[type]} } }`;
}

const node = z.object({
  id: z.string(),
  body: z.string(),
  createdAt: z.string(),
  author: z.object({ __typename: z.string(), login: z.string() }).nullable(),
  editor: z.object({ login: z.string() }).nullable(),
  reactionGroups: z.array(z.object({ content: z.string(), viewerHasReacted: z.boolean() })).nullable(),
  replyTo: z.object({ id: z.string() }).nullish(),
  thread: z.object({
    number: z.number(),
    locked: z.boolean(),
    repository: z.object({ name: z.string(), owner: z.object({ login: z.string() }) }),
  }),
});

const answer = z.object({ node: z.unknown() });

/** null where it is gone, is no comment of this thread, or was last edited by somebody else. */
export async function readCommandComment(octokit: Graphql, ref: ThreadRef, id: string): Promise<CommandComment | null> {
  try {
    const found = node.safeParse(answer.parse(await octokit.graphql(commentQuery(ref.type), { id })).node);
    if (!found.success || !isOf(found.data.thread, ref)) return null;
    const { author, editor } = found.data;
    // What somebody else has put into their mouth is not theirs.
    if (editor !== null && editor.login !== author?.login) return null;
    const { body, createdAt, thread, reactionGroups, replyTo } = found.data;
    const replies = ref.type === 'discussion' ? (replyTo?.id ?? found.data.id) : null;
    return {
      ...{ id: found.data.id, body, createdAt, locked: thread.locked, replyTo: replies },
      author: loginOf(author),
      authorIsHuman: author !== null && !isBot(author),
      reactions: (reactionGroups ?? []).flatMap(({ content, viewerHasReacted }) =>
        viewerHasReacted ? [content as Reaction] : [],
      ),
    };
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

function isOf({ number, repository }: z.output<typeof node>['thread'], ref: ThreadRef): boolean {
  const owner = repository.owner.login;
  return threadKey({ ...ref, owner, repo: repository.name, number }) === threadKey(ref);
}

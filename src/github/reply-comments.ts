import type { ProbotOctokit } from 'probot';
import { z } from 'zod';
import type { ThreadRef } from '../domain/thread-ref.ts';
import type { CommandComment } from './command-comment.ts';
import { ADD_COMMENT, commentPage, commentsOn, discussionComments } from './discussion-comments.ts';
import type { Graphql } from './graphql.ts';
import { issueComments } from './issue-comments.ts';
import type { ThreadComment, ThreadComments } from './upsert-comment.ts';

export const REPLIES = `query ($id: ID!, $after: String) {
  node(id: $id) { ... on DiscussionComment {
    discussion { id }
    replies(first: 100, after: $after) {
      nodes { id body author { __typename login } }
      pageInfo { hasNextPage endCursor }
    }
  } }
}`;

export const ADD_REPLY = ADD_COMMENT.replace('$body: String!', '$body: String!, $replyToId: ID!').replace(
  'body: $body',
  'body: $body, replyToId: $replyToId',
);

const page = z.object({ node: z.object({ discussion: z.object({ id: z.string() }), replies: commentPage }) });

/** Where answers to a comment are written: among the later comments of an issue, in a discussion under the comment. */
export function replyComments(
  reader: Graphql,
  writer: Graphql & ProbotOctokit,
  ref: ThreadRef,
  { createdAt, replyTo }: Pick<CommandComment, 'createdAt' | 'replyTo'>,
): ThreadComments {
  if (replyTo === null) return issueComments(writer, ref, { since: createdAt });
  let discussionId = '';

  async function list(): Promise<ThreadComment[]> {
    const comments: ThreadComment[] = [];
    let after: string | null = null;
    do {
      const { node }: z.output<typeof page> = page.parse(await reader.graphql(REPLIES, { id: replyTo, after }));
      discussionId = node.discussion.id;
      comments.push(...commentsOn(node.replies));
      after = node.replies.pageInfo.hasNextPage ? node.replies.pageInfo.endCursor : null;
    } while (after !== null);
    return comments;
  }

  return {
    ...discussionComments(reader, writer, ref),
    list,
    async create(body) {
      if (discussionId === '') await list();
      await writer.graphql(ADD_REPLY, { discussionId, body, replyToId: replyTo, request: { retries: 0 } });
    },
  };
}

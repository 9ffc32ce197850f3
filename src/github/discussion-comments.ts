import { z } from 'zod';
import type { ThreadRef } from '../domain/thread-ref.ts';
import { isGone } from './github-error.ts';
import type { Graphql } from './graphql.ts';
import { isBot, loginOf } from './thread-facts.ts';
import type { ThreadComment, ThreadComments } from './upsert-comment.ts';

export const DISCUSSION_COMMENTS = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) { discussion(number: $number) {
    id
    comments(first: 100, after: $after) {
      nodes { id body author { __typename login } }
      pageInfo { hasNextPage endCursor }
    }
  } }
}`;

export const ADD_COMMENT = `mutation ($discussionId: ID!, $body: String!) {
  addDiscussionComment(input: { discussionId: $discussionId, body: $body }) { comment { id } }
}`;

export const UPDATE_COMMENT = `mutation ($commentId: ID!, $body: String!) {
  updateDiscussionComment(input: { commentId: $commentId, body: $body }) { comment { id } }
}`;

export const DELETE_COMMENT = `mutation ($id: ID!) {
  deleteDiscussionComment(input: { id: $id }) { comment { id } }
}`;

const author = z.object({ __typename: z.string(), login: z.string() }).nullable();

/** One page of comments, of a discussion or below another comment. */
export const commentPage = z.object({
  nodes: z
    .array(z.object({ id: z.string(), body: z.string(), author }).nullable())
    .transform((nodes) => nodes.filter((node) => node !== null)),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});

const page = z.object({
  repository: z.object({ discussion: z.object({ id: z.string(), comments: commentPage }) }),
});

/** Top-level comments of a discussion: there is no other way to them than GraphQL. */
export function discussionComments(
  reader: Graphql,
  writer: Graphql,
  { owner, repo, number }: ThreadRef,
  /** Node id where it is known, else ''. */
  id = '',
): ThreadComments {
  let discussionId = id;

  async function list(): Promise<ThreadComment[]> {
    const comments: ThreadComment[] = [];
    let after: string | null = null;
    do {
      const answer = await reader.graphql(DISCUSSION_COMMENTS, { owner, repo, number, after });
      const { discussion } = page.parse(answer).repository;
      discussionId = discussion.id;
      comments.push(...commentsOn(discussion.comments));
      const { hasNextPage, endCursor } = discussion.comments.pageInfo;
      after = hasNextPage ? endCursor : null;
    } while (after !== null);
    return comments;
  }

  return {
    list,
    async create(body) {
      if (discussionId === '') await list();
      await writer.graphql(ADD_COMMENT, { discussionId, body, request: { retries: 0 } });
    },
    async update(commentId, body) {
      await writer.graphql(UPDATE_COMMENT, { commentId, body });
    },
    async remove(id) {
      try {
        await writer.graphql(DELETE_COMMENT, { id });
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    },
  };
}

export function commentsOn({ nodes }: z.output<typeof commentPage>): ThreadComment[] {
  return nodes.map(({ id, body, author }) => ({ id, body, author: loginOf(author), authorIsBot: isBot(author) }));
}

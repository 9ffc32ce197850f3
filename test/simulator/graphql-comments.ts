import { byId, connection, type PageArguments } from './graphql-connection.ts';
import type { Context, Fields } from './graphql-fields.ts';
import { reactionFields } from './graphql-reactions.ts';
import { association, commentAddress } from './shape-comment.ts';
import type { Comment } from './state.ts';

const common: Fields<Comment> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  fullDatabaseId: ({ id }) => String(id),
  body: ({ body }) => body,
  bodyText: ({ body }) => body,
  author: ({ author }) => author,
  editor: ({ editor }) => editor ?? null,
  authorAssociation: ({ thread, author }) => association(thread.repository, author),
  createdAt: ({ createdAt }) => createdAt,
  publishedAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  lastEditedAt: ({ createdAt, updatedAt }) => (updatedAt === createdAt ? null : updatedAt),
  isMinimized: () => false,
  minimizedReason: () => null,
  url: (comment, _, { world }) => commentAddress(world, comment),
  resourcePath: (comment, _, { world }) => new URL(commentAddress(world, comment)).pathname,
  viewerDidAuthor: isOwn,
  viewerCanUpdate: isOwn,
  viewerCanDelete: isOwn,
  ...reactionFields,
};

function isOwn({ author }: Comment, _: never, { viewer }: Context): boolean {
  return author !== null && author === viewer;
}

export const issueCommentFields: Fields<Comment> = {
  ...common,
  repository: ({ thread }) => thread.repository,
  issue: ({ thread }) => thread,
  pullRequest: ({ thread }) => (thread.kind === 'pull' ? thread : null),
};

export const discussionCommentFields: Fields<Comment> = {
  ...common,
  deletedAt: () => null,
  isAnswer: (comment) => comment.thread.kind === 'discussion' && comment.thread.answer === comment,
  upvoteCount: () => 0,
  discussion: ({ thread }) => thread,
  replyTo: ({ replyTo }) => replyTo,
  replies: (comment, given: PageArguments) => {
    const replies = comment.thread.comments.filter(({ replyTo }) => replyTo === comment);
    return connection(replies, given, { name: 'replies', place: byId });
  },
};

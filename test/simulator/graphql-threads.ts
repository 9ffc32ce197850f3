import { byId, connection, type PageArguments } from './graphql-connection.ts';
import type { Fields } from './graphql-fields.ts';
import { reactionFields } from './graphql-reactions.ts';
import { association, threadAddress } from './shape-comment.ts';
import type { Account, Category, Discussion, Issue, Label, Pull, Thread } from './state.ts';
import { timelineItems } from './thread-events.ts';

/** What every kind of thread has. */
export const threadFields: Fields<Thread> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  fullDatabaseId: ({ id }) => String(id),
  number: ({ number }) => number,
  title: ({ title }) => title,
  body: ({ body }) => body ?? '',
  bodyText: ({ body }) => body ?? '',
  author: ({ author }) => author,
  authorAssociation: ({ repository, author }) => association(repository, author),
  createdAt: ({ createdAt }) => createdAt,
  publishedAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  lastEditedAt: () => null,
  closed: ({ state }) => state === 'closed',
  closedAt: ({ closedAt }) => closedAt,
  locked: ({ locked }) => locked,
  activeLockReason: () => null,
  url: (thread, _, { world }) => threadAddress(world, thread),
  resourcePath: (thread, _, { world }) => new URL(threadAddress(world, thread)).pathname,
  repository: ({ repository }) => repository,
  labels: ({ labels }, given: PageArguments) => connection(labels, given, { name: 'labels', place: byId }),
  viewerDidAuthor: ({ author }, _, { viewer }) => author !== null && author === viewer,
  ...reactionFields,
};

/** Issues and pull requests only. */
export const workFields: Fields<Issue | Pull> = {
  ...threadFields,
  assignees: ({ assignees }, given: PageArguments) => connection(assignees, given, { name: 'assignees', place: byId }),
  participants: (thread, given: PageArguments) =>
    connection(participants(thread), given, { name: 'participants', place: byId }),
  milestone: ({ milestone }) => milestone,
  timelineItems,
  comments: ({ comments }, given: PageArguments) => connection(comments, given, { name: 'comments', place: byId }),
};

function participants(thread: Issue | Pull): Account[] {
  const reviewers = thread.kind === 'pull' ? thread.reviews.map(({ author }) => author) : [];
  const all = [thread.author, ...thread.assignees, ...thread.comments.map(({ author }) => author), ...reviewers];
  return [...new Set(all)].flatMap((account) => (account?.type === 'User' ? [account] : []));
}

export const issueFields: Fields<Issue> = {
  ...workFields,
  state: ({ state }) => state.toUpperCase(),
  // GitHub tells of duplicates only who asks for them.
  stateReason: ({ stateReason }, { enableDuplicate }: { enableDuplicate?: boolean | null }) =>
    stateReason === 'duplicate' && enableDuplicate !== true ? 'NOT_PLANNED' : (stateReason?.toUpperCase() ?? null),
};

export const discussionFields: Fields<Discussion> = {
  ...threadFields,
  stateReason: ({ stateReason }) => stateReason?.toUpperCase() ?? null,
  category: ({ category }) => category,
  isAnswered: ({ category, answer }) => (category.answerable ? answer !== null : null),
  answer: ({ answer }) => answer,
  answerChosenAt: ({ answerChosenAt }) => answerChosenAt,
  answerChosenBy: ({ answerChosenBy }) => answerChosenBy,
  upvoteCount: () => 1,
  comments: ({ comments }, given: PageArguments) => {
    const top = comments.filter(({ replyTo }) => replyTo === null);
    return connection(top, given, { name: 'comments', place: byId });
  },
};

export const categoryFields: Fields<Category> = {
  id: ({ nodeId }) => nodeId,
  name: ({ name }) => name,
  slug: ({ slug }) => slug,
  emoji: ({ emoji }) => emoji,
  description: ({ description }) => description,
  isAnswerable: ({ answerable }) => answerable,
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ createdAt }) => createdAt,
  repository: ({ repository }) => repository,
};

export const labelFields: Fields<Label> = {
  id: ({ nodeId }) => nodeId,
  name: ({ name }) => name,
  color: ({ color }) => color,
  description: ({ description }) => description,
  isDefault: () => false,
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ createdAt }) => createdAt,
  url: ({ name, repository }, _, { world }) =>
    `${world.address}/${repository.owner.login}/${repository.name}/labels/${encodeURIComponent(name)}`,
};

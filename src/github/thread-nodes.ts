import { z } from 'zod';
import { REVIEWED, SPOKEN, words } from './spoken-words.ts';

/** What is asked of GraphQL about a thread, and how the answer reads. */

const MILESTONE = 'milestone { number title dueOn state }';

const ISSUE = `
  number title body createdAt updatedAt closedAt state locked
  stateReason(enableDuplicate: true)
  author { __typename login }
  labels(first: 50) { nodes { name } }
  assignees(first: 20) { nodes { login } }
  participants(first: 50) { nodes { login } }
  ${MILESTONE}
  ${SPOKEN}
  duplicateMarks: timelineItems(last: 1, itemTypes: [MARKED_AS_DUPLICATE_EVENT, UNMARKED_AS_DUPLICATE_EVENT]) {
    nodes {
      __typename
      ... on MarkedAsDuplicateEvent {
        canonical { __typename ... on Issue { number repository { name owner { login } } } }
      }
    }
  }
  closings: timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) {
    nodes {
      ... on ClosedEvent {
        actor { __typename }
        closer {
          __typename
          ... on PullRequest { number merged repository { name owner { login } } }
          ... on Commit { oid repository { name owner { login } } }
        }
      }
    }
  }
`;

const PULL = `
  number title body createdAt updatedAt closedAt mergedAt state locked isDraft
  author { __typename login }
  labels(first: 50) { nodes { name } }
  assignees(first: 20) { nodes { login } }
  participants(first: 50) { nodes { login } }
  ${MILESTONE}
  ${SPOKEN}
  ${REVIEWED}
  mergeCommit { oid }
  reviewRequests(first: 20) { nodes { requestedReviewer { __typename ... on User { login } } } }
  latestReviews(first: 30) { nodes { author { __typename login } } }
  files(first: 100) { nodes { path additions deletions } pageInfo { hasNextPage endCursor } }
`;

const DISCUSSION = `
  number title body createdAt updatedAt closed closedAt locked isAnswered answerChosenAt
  stateReason
  author { __typename login }
  labels(first: 50) { nodes { name } }
  answer { body author { __typename login } }
  category { name isAnswerable }
  ${SPOKEN}
`;

export const threadFields = { issue: ISSUE, pull: PULL, discussion: DISCUSSION } as const;

export const actor = z.object({ __typename: z.string(), login: z.string() }).nullable();
const time = z.string();

export function nodesOf<T extends z.ZodType>(node: T) {
  return z
    .object({ nodes: z.array(node.nullable()).nullable() })
    .nullish()
    .transform((it) => (it?.nodes ?? []).filter((each) => each !== null));
}

const named = nodesOf(z.object({ name: z.string() }));
const users = nodesOf(z.object({ login: z.string() }));

const common = {
  number: z.number(),
  title: z.string(),
  body: z.string(),
  createdAt: time,
  updatedAt: time,
  closedAt: time.nullable(),
  locked: z.boolean(),
  author: actor,
  labels: named,
};

const milestone = z
  .object({ number: z.number(), title: z.string(), dueOn: time.nullable(), state: z.string() })
  .nullish();

const repository = z.object({ name: z.string(), owner: z.object({ login: z.string() }) });

/** The last word on whether the issue is a duplicate, and of which one. */
const duplicateMark = z.object({
  canonical: z.object({ number: z.number().optional(), repository: repository.optional() }).nullish(),
});

/** How it was closed the last time: by whom, and through which pull or commit. */
const closing = z.object({
  actor: z.object({ __typename: z.string() }).nullish(),
  closer: z
    .object({
      number: z.number().optional(),
      merged: z.boolean().optional(),
      oid: z.string().optional(),
      repository: repository.optional(),
    })
    .nullish(),
});

export const issueNode = z.object({
  ...common,
  state: z.string(),
  stateReason: z.string().nullable(),
  assignees: users,
  participants: users,
  milestone,
  spoken: words,
  duplicateMarks: nodesOf(duplicateMark),
  closings: nodesOf(closing),
});

export const filePage = z
  .object({
    nodes: z.array(z.object({ path: z.string(), additions: z.number(), deletions: z.number() }).nullable()).nullable(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  })
  .nullable();

export const pullNode = z.object({
  ...common,
  state: z.string(),
  isDraft: z.boolean(),
  mergedAt: time.nullable(),
  assignees: users,
  participants: users,
  milestone,
  spoken: words,
  reviewed: words,
  mergeCommit: z.object({ oid: z.string() }).nullable(),
  reviewRequests: nodesOf(
    z.object({ requestedReviewer: z.object({ __typename: z.string(), login: z.string().optional() }).nullable() }),
  ),
  latestReviews: nodesOf(z.object({ author: actor })),
  files: filePage,
});

export const discussionNode = z.object({
  ...common,
  closed: z.boolean(),
  stateReason: z.string().nullable(),
  isAnswered: z.boolean().nullable(),
  answerChosenAt: time.nullable(),
  answer: z.object({ body: z.string(), author: actor.optional() }).nullish(),
  category: z.object({ name: z.string(), isAnswerable: z.boolean() }).nullish(),
  spoken: words,
});

export type Actor = z.output<typeof actor>;
export type RepositoryNode = z.output<typeof repository>;
export type IssueNode = z.output<typeof issueNode>;
export type PullNode = z.output<typeof pullNode>;
export type DiscussionNode = z.output<typeof discussionNode>;

import { discussionCommentFields, issueCommentFields } from './graphql-comments.ts';
import type { Context, Fields } from './graphql-fields.ts';
import {
  blobFields,
  commitFields,
  type GitNode,
  gitActorFields,
  refFields,
  treeEntryFields,
  treeFields,
} from './graphql-git.ts';
import { accountFields } from './graphql-people.ts';
import { changedFileFields, pullFields, reviewFields, reviewRequestFields } from './graphql-pull.ts';
import { reactionNodeFields } from './graphql-reactions.ts';
import { repositoryFields } from './graphql-repository.ts';
import { categoryFields, discussionFields, issueFields, labelFields } from './graphql-threads.ts';
import { milestoneFields } from './milestones.ts';
import type { Node, ThreadEvent } from './state.ts';
import { organizationFields, teamFields } from './teams.ts';
import {
  assignmentFields,
  closedFields,
  duplicateFields,
  eventName,
  labelEventFields,
  requestFields,
} from './thread-events.ts';

/** Of GitHub's types those that are simulated; a type that is missing here is read property by property. */
const types: Record<string, Fields<never>> = {
  User: accountFields,
  Bot: accountFields,
  Organization: organizationFields,
  Team: teamFields,
  AssignedEvent: assignmentFields,
  UnassignedEvent: assignmentFields,
  ReviewRequestedEvent: requestFields,
  ReviewRequestRemovedEvent: requestFields,
  LabeledEvent: labelEventFields,
  UnlabeledEvent: labelEventFields,
  ClosedEvent: closedFields,
  MarkedAsDuplicateEvent: duplicateFields,
  UnmarkedAsDuplicateEvent: duplicateFields,
  Repository: repositoryFields,
  Issue: issueFields,
  PullRequest: pullFields,
  Discussion: discussionFields,
  DiscussionCategory: categoryFields,
  Label: labelFields,
  Milestone: milestoneFields,
  IssueComment: issueCommentFields,
  DiscussionComment: discussionCommentFields,
  PullRequestReview: reviewFields,
  ReviewRequest: reviewRequestFields,
  PullRequestChangedFile: changedFileFields,
  Reaction: reactionNodeFields,
  Ref: refFields,
  Commit: commitFields,
  GitActor: gitActorFields,
  Blob: blobFields,
  Tree: treeFields,
  TreeEntry: treeEntryFields,
};

/** undefined: this field is not simulated. */
export function readField(type: string, field: string, source: unknown, given: unknown, context: Context): unknown {
  const fields = types[type];
  if (fields !== undefined) return fields[field]?.(source as never, given as never, context);
  const value = (source as Record<string, unknown>)[field];
  return typeof value === 'function' ? value(given, context) : value;
}

/** Which of the alternatives of an interface or union it is. */
export function typeName(node: Node | GitNode | ThreadEvent): string {
  switch (node.kind) {
    case 'account':
      return node.type;
    case 'comment':
      return node.thread.kind === 'discussion' ? 'DiscussionComment' : 'IssueComment';
    case 'event':
      return eventName(node);
    default:
      return names[node.kind];
  }
}

const names = {
  repository: 'Repository',
  issue: 'Issue',
  pull: 'PullRequest',
  discussion: 'Discussion',
  review: 'PullRequestReview',
  label: 'Label',
  milestone: 'Milestone',
  category: 'DiscussionCategory',
  reaction: 'Reaction',
  commit: 'Commit',
  blob: 'Blob',
  tree: 'Tree',
} as const;

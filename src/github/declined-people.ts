import { z } from 'zod';
import type { ThreadFact } from '../domain/fact.ts';
import { type Actor, nodesOf } from './thread-nodes.ts';

/** What is asked of GraphQL about who was asked and what was taken back; it belongs to the one read of a thread. */

const ASSIGNEE = 'createdAt actor { __typename } person: assignee { __typename ... on User { login } }';
const REVIEWER = 'createdAt actor { __typename } person: requestedReviewer { __typename ... on User { login } }';
const ASSIGNED = `... on AssignedEvent { ${ASSIGNEE} } ... on UnassignedEvent { ${ASSIGNEE} }`;
const REQUESTED = `... on ReviewRequestedEvent { ${REVIEWER} } ... on ReviewRequestRemovedEvent { ${REVIEWER} }`;

const LABEL = 'createdAt actor { __typename } label { name }';
const LABELLED = `... on LabeledEvent { ${LABEL} } ... on UnlabeledEvent { ${LABEL} }`;

export const TIMELINE = {
  issue: `timelineItems(last: 100, itemTypes: [ASSIGNED_EVENT, UNASSIGNED_EVENT, LABELED_EVENT, UNLABELED_EVENT]) {
    nodes { __typename ${ASSIGNED} ${LABELLED} }
  }`,
  pull: `timelineItems(last: 100, itemTypes: [
    ASSIGNED_EVENT, UNASSIGNED_EVENT, REVIEW_REQUESTED_EVENT, REVIEW_REQUEST_REMOVED_EVENT,
    LABELED_EVENT, UNLABELED_EVENT
  ]) { nodes { __typename ${ASSIGNED} ${REQUESTED} ${LABELLED} } }`,
  discussion: '',
} as const;

const event = z.object({
  __typename: z.string(),
  actor: z.object({ __typename: z.string() }).nullish(),
  person: z.object({ __typename: z.string(), login: z.string().optional() }).nullish(),
  label: z.object({ name: z.string() }).nullish(),
});

export const timeline = z.object({ timelineItems: nodesOf(event) });

const TAKEN_BACK = new Set(['UnassignedEvent', 'ReviewRequestRemovedEvent']);

/** Un-assigned, or with the review request removed, and not asked again by a human since. */
export function declinedPeople({ timelineItems }: z.output<typeof timeline>): string[] {
  const declined = new Map<string, string>();
  for (const { __typename, actor, person } of timelineItems) {
    const login = person?.login;
    if (login === undefined) continue;
    if (TAKEN_BACK.has(__typename)) declined.set(login.toLowerCase(), login);
    else if (isHuman(actor)) declined.delete(login.toLowerCase());
  }
  return [...declined.values()];
}

/** Labels that a human took off and nobody put back. */
export function unlabelled({ timelineItems }: z.output<typeof timeline>): Pick<ThreadFact, 'unlabelled'> {
  const names = new Set<string>();
  for (const { __typename, actor, label } of timelineItems) {
    if (label === null || label === undefined) continue;
    if (__typename === 'UnlabeledEvent' && isHuman(actor)) names.add(label.name);
    if (__typename === 'LabeledEvent') names.delete(label.name);
  }
  return names.size === 0 ? {} : { unlabelled: [...names] };
}

function isHuman(actor: Pick<NonNullable<Actor>, '__typename'> | null | undefined): boolean {
  return actor?.__typename === 'User';
}

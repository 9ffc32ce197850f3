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

/** For reading many threads: only the latest, which is enough for all but a few. */
const LATEST = `timelineItems(last: 20, itemTypes: [LABELED_EVENT, UNLABELED_EVENT]) { nodes { __typename ${LABELLED} } }`;

export const LABEL_CHANGES = { issue: LATEST, pull: LATEST, discussion: '' } as const;

const event = z.object({
  __typename: z.string(),
  actor: z.object({ __typename: z.string() }).nullish(),
  person: z.object({ __typename: z.string(), login: z.string().optional() }).nullish(),
  label: z.object({ name: z.string() }).nullish(),
});

export const timeline = z.object({ timelineItems: nodesOf(event) });

const ASKED = new Set(['AssignedEvent', 'ReviewRequestedEvent']);
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

/** Labels and people that stand on the thread and were last put there by a bot. */
export function byBots({ timelineItems }: z.output<typeof timeline>): { labels: string[]; people: string[] } {
  const labels = new Map<string, boolean>();
  const people = new Map<string, boolean>();
  for (const { __typename, actor, label, person } of timelineItems) {
    if (__typename === 'LabeledEvent' && label) labels.set(label.name, !isHuman(actor));
    if (ASKED.has(__typename) && person?.login) people.set(person.login, !isHuman(actor));
  }
  return { labels: trueKeys(labels), people: trueKeys(people) };
}

function trueKeys(map: Map<string, boolean>): string[] {
  return [...map].flatMap(([key, is]) => (is ? [key] : []));
}

function isHuman(actor: Pick<NonNullable<Actor>, '__typename'> | null | undefined): boolean {
  return actor?.__typename === 'User';
}

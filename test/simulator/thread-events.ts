import { inOrder, type PageArguments } from './graphql-connection.ts';
import type { Fields } from './graphql-fields.ts';
import {
  type Account,
  type EndingEvent,
  type Issue,
  identify,
  type Label,
  type LabelEvent,
  type PersonEvent,
  type Pull,
  type Thread,
  type ThreadEvent,
} from './state.ts';
import type { World } from './world.ts';

/** Writes into the timeline of a thread what was done with people. */
export function record(
  world: World,
  thread: Issue | Pull,
  what: PersonEvent['what'],
  people: Account[],
  actor: Account,
): void {
  for (const person of people) thread.events.push({ ...newEvent(world, thread, actor), what, person });
}

/** Writes into the timeline of a thread which labels came and went; discussions have no timeline. */
export function recordLabels(
  world: World,
  thread: Thread,
  what: LabelEvent['what'],
  labels: Label[],
  actor: Account,
): void {
  if (thread.kind === 'discussion') return;
  for (const label of labels) thread.events.push({ ...newEvent(world, thread, actor), what, label });
}

/** Writes into the timeline of a thread how it came to an end. */
export function recordEnding(
  world: World,
  thread: Issue | Pull,
  { what, other }: Pick<EndingEvent, 'what' | 'other'>,
  actor: Account,
): void {
  thread.events.push({ ...newEvent(world, thread, actor), what, other });
}

function newEvent(world: World, thread: Issue | Pull, actor: Account) {
  return { kind: 'event' as const, ...identify(world.state, 'EV'), thread, actor, createdAt: world.now() };
}

const eventNames = {
  assigned: 'AssignedEvent',
  unassigned: 'UnassignedEvent',
  review_requested: 'ReviewRequestedEvent',
  review_request_removed: 'ReviewRequestRemovedEvent',
  labeled: 'LabeledEvent',
  unlabeled: 'UnlabeledEvent',
  closed: 'ClosedEvent',
  marked_as_duplicate: 'MarkedAsDuplicateEvent',
  unmarked_as_duplicate: 'UnmarkedAsDuplicateEvent',
} as const;

export function eventName({ what }: ThreadEvent): string {
  return eventNames[what];
}

/** Only events about people, about labels and about the end are remembered. */
export function timelineItems(
  { events }: Issue | Pull,
  given: PageArguments & { itemTypes?: string[] | null; since?: string | null },
): object {
  const wanted = events.filter(
    ({ what, createdAt }) =>
      (given.itemTypes == null || given.itemTypes.includes(`${what.toUpperCase()}_EVENT`)) &&
      (given.since == null || createdAt >= given.since),
  );
  return inOrder(wanted, given, 'timelineItems');
}

const fields: Fields<ThreadEvent> = {
  id: ({ nodeId }) => nodeId,
  createdAt: ({ createdAt }) => createdAt,
  actor: ({ actor }) => actor,
};

export const assignmentFields: Fields<PersonEvent> = {
  ...fields,
  assignee: ({ person }) => person,
  assignable: ({ thread }) => thread,
};

export const requestFields: Fields<PersonEvent> = {
  ...fields,
  requestedReviewer: ({ person }) => person,
  pullRequest: ({ thread }) => thread,
};

export const labelEventFields: Fields<LabelEvent> = {
  ...fields,
  label: ({ label }) => label,
  labelable: ({ thread }) => thread,
};

export const closedFields: Fields<EndingEvent> = {
  ...fields,
  closable: ({ thread }) => thread,
  closer: ({ other }) => other,
};

export const duplicateFields: Fields<EndingEvent> = {
  ...fields,
  canonical: ({ other }) => other,
  duplicate: ({ thread }) => thread,
  isCrossRepository: () => false,
};

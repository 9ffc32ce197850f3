import { inOrder, type PageArguments } from './graphql-connection.ts';
import type { Fields } from './graphql-fields.ts';
import { type Account, type Issue, identify, type Pull, type ThreadEvent } from './state.ts';
import type { World } from './world.ts';

/** Writes into the timeline of a thread what was done with people. */
export function record(
  world: World,
  thread: Issue | Pull,
  what: ThreadEvent['what'],
  people: Account[],
  actor: Account,
): void {
  for (const person of people) {
    thread.events.push({
      kind: 'event',
      ...identify(world.state, 'EV'),
      thread,
      what,
      person,
      actor,
      createdAt: world.now(),
    });
  }
}

const eventNames = {
  assigned: 'AssignedEvent',
  unassigned: 'UnassignedEvent',
  review_requested: 'ReviewRequestedEvent',
  review_request_removed: 'ReviewRequestRemovedEvent',
} as const;

export function eventName({ what }: ThreadEvent): string {
  return eventNames[what];
}

/** Only events about people are remembered. */
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

export const assignmentFields: Fields<ThreadEvent> = {
  ...fields,
  assignee: ({ person }) => person,
  assignable: ({ thread }) => thread,
};

export const requestFields: Fields<ThreadEvent> = {
  ...fields,
  requestedReviewer: ({ person }) => person,
  pullRequest: ({ thread }) => thread,
};

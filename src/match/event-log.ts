/** Something that became known at a time. */
export interface LoggedEvent {
  kind: string;
  id: string;
  /** Infinity: not known for good yet. */
  time: number;
}

/** All events by time, kind and id, however they came in: most come in order and cost nothing, the rest is sorted when asked for. */
export interface EventLog<Event extends LoggedEvent> {
  add(event: Event): void;
  /** Removes the event of the same time, kind and id. */
  remove(event: LoggedEvent): void;
  /** Not to be kept: it changes with the next event. */
  all(): readonly Event[];
}

export function createEventLog<Event extends LoggedEvent>(): EventLog<Event> {
  const events: Event[] = [];
  let sorted = true;

  function all(): readonly Event[] {
    if (!sorted) events.sort(inOrder);
    sorted = true;
    return events;
  }

  return {
    add(event) {
      const last = events.at(-1);
      sorted &&= last === undefined || inOrder(last, event) < 0;
      events.push(event);
    },
    remove(event) {
      const last = events.at(-1);
      const isLast = last !== undefined && inOrder(last, event) === 0;
      const at = isLast ? events.length - 1 : placeOf(all(), event);
      const found = events[at];
      if (found !== undefined && inOrder(found, event) === 0) events.splice(at, 1);
    },
    all,
  };
}

function inOrder(a: LoggedEvent, b: LoggedEvent): number {
  // Two infinite times have no difference.
  if (a.time !== b.time) return a.time < b.time ? -1 : 1;
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** How many events come before one: of the same time those of a smaller kind or id. */
export function placeOf(events: readonly LoggedEvent[], event: LoggedEvent): number {
  return firstWhere(events, (other) => inOrder(other, event) >= 0);
}

/** How many events there are before a time. */
export function countBefore(events: readonly LoggedEvent[], time: number): number {
  return firstWhere(events, (event) => event.time >= time);
}

function firstWhere(events: readonly LoggedEvent[], isBeyond: (event: LoggedEvent) => boolean): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const event = events[middle];
    if (event !== undefined && isBeyond(event)) high = middle;
    else low = middle + 1;
  }
  return low;
}

import { longerFloats } from './longer-column.ts';

/** Something that happened, with an order that no two share. */
interface Dated {
  id: string;
  time: number;
}

/** What each person did, in the order of time. */
export interface Timelines<Event extends Dated> {
  /** Adds an event, or with sign -1 takes it away. */
  count(person: number, event: Event, sign: 1 | -1): void;
  /** Time of the newest event of a person at or before a time; -Infinity where there is none. */
  last(person: number, time: number): number;
  /** The newest event at or before a time that is wanted. */
  lastWhere(person: number, time: number, wanted: (event: Event) => boolean): Event | null;
  /** The newest events at or before a time that are wanted, newest first, at most so many. */
  latest(person: number, time: number, count: number, wanted: (event: Event) => boolean): Event[];
  /** Events after one time and up to another. */
  countBetween(person: number, after: number, upTo: number): number;
}

export function createTimelines<Event extends Dated>(): Timelines<Event> {
  const timelines: (Event[] | undefined)[] = [];
  /** Time of the last event of each timeline, side by side since every question asks it of everybody. */
  let newest = new Float64Array(256).fill(Number.NEGATIVE_INFINITY);

  function timelineOf(person: number): Event[] {
    const known = timelines[person];
    if (known !== undefined) return known;
    const fresh: Event[] = [];
    timelines[person] = fresh;
    while (person >= newest.length) {
      const filled = newest.length;
      newest = longerFloats(newest).fill(Number.NEGATIVE_INFINITY, filled);
    }
    return fresh;
  }

  function latest(person: number, time: number, count: number, wanted: (event: Event) => boolean): Event[] {
    const timeline = timelines[person] ?? [];
    const found: Event[] = [];
    for (let at = endOf(timeline, time) - 1; at >= 0 && found.length < count; at--) {
      const event = timeline[at];
      if (event !== undefined && wanted(event)) found.push(event);
    }
    return found;
  }

  return {
    count(person, event, sign) {
      const timeline = timelineOf(person);
      const at = placeOf(timeline, event);
      if (sign === 1) timeline.splice(at, 0, event);
      else timeline.splice(at, 1);
      newest[person] = timeline.at(-1)?.time ?? Number.NEGATIVE_INFINITY;
    },
    last(person, time) {
      const last = newest[person] ?? Number.NEGATIVE_INFINITY;
      if (last <= time) return last;
      const timeline = timelines[person] ?? [];
      return timeline[endOf(timeline, time) - 1]?.time ?? Number.NEGATIVE_INFINITY;
    },
    lastWhere: (person, time, wanted) => latest(person, time, 1, wanted)[0] ?? null,
    latest,
    countBetween(person, after, upTo) {
      const timeline = timelines[person] ?? [];
      return Math.max(0, endOf(timeline, upTo) - endOf(timeline, after));
    },
  };
}

/** Index of the first event later than a time. */
function endOf(timeline: Dated[], time: number): number {
  return firstIndex(timeline, (event) => event.time > time);
}

/** Index of the first event that is the given one or comes after it. */
function placeOf(timeline: Dated[], { id, time }: Dated): number {
  const newest = timeline.at(-1);
  if (newest === undefined || newest.time < time) return timeline.length;
  return firstIndex(timeline, (event) => event.time > time || (event.time === time && event.id >= id));
}

function firstIndex(timeline: Dated[], isBeyond: (event: Dated) => boolean): number {
  let low = 0;
  let high = timeline.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const event = timeline[middle];
    if (event !== undefined && isBeyond(event)) high = middle;
    else low = middle + 1;
  }
  return low;
}

import { longer, longerFloats } from './longer-column.ts';
import { createPairIndex } from './pair-index.ts';

/**
 * Blocks of people with a sum, a count and a last time each. The people of a block lie side by side, so that reading a
 * block is one run through memory; a block that is full moves to a place twice as large.
 */
export interface PersonBlocks {
  /** A new block, empty. */
  open(): number;
  /** Adds an event of a person to a block, or with sign -1 takes it away. */
  count(block: number, person: number, weight: number, time: number, sign: 1 | -1): void;
  /** Adds `factor` times each sum of the block. */
  addSums(block: number, factor: number, into: Float64Array): void;
  visit(block: number, see: (person: number, sum: number) => void): void;
  times(block: number, person: number): number;
  /** NaN where it is not known any more, since the last event was taken away and did not come back. */
  last(block: number, person: number): number;
}

const FIRST_ROOM = 2;
/** In a larger block people are looked up, in a smaller one they are searched for. */
const SEARCHED = 16;
/** Times are whole: a last time with this added was taken away, and only tells that no event is later. */
const GONE = 0.5;

export function createPersonBlocks(): PersonBlocks {
  let starts = new Int32Array(1024);
  let sizes = new Int32Array(1024);
  let rooms = new Int32Array(1024);
  let blocks = 0;
  let people = new Int32Array(4096);
  let counts = new Int32Array(4096);
  let sums = new Float64Array(4096);
  let lasts = new Float64Array(4096);
  let used = 0;
  /** Places left behind by blocks that moved, by room. */
  const free = new Map<number, number[]>();
  const places = createPairIndex();
  let offsets = new Int32Array(1024);

  function find(block: number, person: number): number {
    const start = starts[block] ?? 0;
    const size = sizes[block] ?? 0;
    if (size > SEARCHED) {
      const place = places.find(block, person);
      return place < 0 ? -1 : start + (offsets[place] ?? 0);
    }
    for (let cell = start; cell < start + size; cell++) if (people[cell] === person) return cell;
    return -1;
  }

  function insert(block: number, person: number): number {
    const size = sizes[block] ?? 0;
    if (size === rooms[block]) move(block, size);
    const start = starts[block] ?? 0;
    const cell = start + size;
    people[cell] = person;
    counts[cell] = 0;
    sums[cell] = 0;
    sizes[block] = size + 1;
    if (size === SEARCHED) for (let at = 0; at <= size; at++) remember(block, people[start + at] ?? 0, at);
    if (size > SEARCHED) remember(block, person, size);
    return cell;
  }

  function remember(block: number, person: number, offset: number): void {
    const place = places.number(block, person);
    if (place >= offsets.length) offsets = longer(offsets);
    offsets[place] = offset;
  }

  function move(block: number, size: number): void {
    const from = starts[block] ?? 0;
    const room = Math.max(FIRST_ROOM, 2 * size);
    const to = free.get(room)?.pop() ?? extend(room);
    people.copyWithin(to, from, from + size);
    counts.copyWithin(to, from, from + size);
    sums.copyWithin(to, from, from + size);
    lasts.copyWithin(to, from, from + size);
    if (size > 0) leave(from, size);
    starts[block] = to;
    rooms[block] = room;
  }

  function leave(place: number, room: number): void {
    const places = free.get(room);
    if (places === undefined) free.set(room, [place]);
    else places.push(place);
  }

  function extend(room: number): number {
    while (used + room > people.length) {
      people = longer(people);
      counts = longer(counts);
      sums = longerFloats(sums);
      lasts = longerFloats(lasts);
    }
    used += room;
    return used - room;
  }

  return {
    open() {
      if (blocks === starts.length) {
        starts = longer(starts);
        sizes = longer(sizes);
        rooms = longer(rooms);
      }
      return blocks++;
    },
    count(block, person, weight, time, sign) {
      let cell = find(block, person);
      if (cell < 0) cell = insert(block, person);
      sums[cell] = (sums[cell] ?? 0) + sign * weight;
      const left = (counts[cell] ?? 0) + sign;
      counts[cell] = left;
      if (sign === -1) {
        if (lasts[cell] === time) lasts[cell] = time + GONE;
      } else if (left === 1 || time + GONE >= (lasts[cell] ?? 0)) lasts[cell] = time;
    },
    addSums(block, factor, into) {
      const start = starts[block] ?? 0;
      const end = start + (sizes[block] ?? 0);
      for (let cell = start; cell < end; cell++) {
        const person = people[cell] ?? 0;
        into[person] = (into[person] ?? 0) + factor * (sums[cell] ?? 0);
      }
    },
    visit(block, see) {
      const start = starts[block] ?? 0;
      const end = start + (sizes[block] ?? 0);
      for (let cell = start; cell < end; cell++) see(people[cell] ?? 0, sums[cell] ?? 0);
    },
    times(block, person) {
      const cell = find(block, person);
      return cell < 0 ? 0 : (counts[cell] ?? 0);
    },
    last(block, person) {
      const cell = find(block, person);
      const last = cell < 0 ? Number.NaN : (lasts[cell] ?? Number.NaN);
      return Number.isInteger(last) ? last : Number.NaN;
    },
  };
}

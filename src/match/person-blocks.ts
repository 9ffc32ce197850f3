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
  /** Of each cell the person and the count, and the sum and the last time: side by side, as they are read together. */
  let cells = new Int32Array(8192);
  let values = new Float64Array(8192);
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
    for (let cell = start; cell < start + size; cell++) if (cells[2 * cell] === person) return cell;
    return -1;
  }

  function insert(block: number, person: number): number {
    const size = sizes[block] ?? 0;
    if (size === rooms[block]) move(block, size);
    const start = starts[block] ?? 0;
    const cell = start + size;
    cells[2 * cell] = person;
    cells[2 * cell + 1] = 0;
    values[2 * cell] = 0;
    sizes[block] = size + 1;
    if (size === SEARCHED) for (let at = 0; at <= size; at++) remember(block, cells[2 * (start + at)] ?? 0, at);
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
    cells.copyWithin(2 * to, 2 * from, 2 * (from + size));
    values.copyWithin(2 * to, 2 * from, 2 * (from + size));
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
    while (2 * (used + room) > cells.length) {
      cells = longer(cells);
      values = longerFloats(values);
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
      const left = (cells[2 * cell + 1] ?? 0) + sign;
      const last = values[2 * cell + 1] ?? 0;
      cells[2 * cell + 1] = left;
      values[2 * cell] = (values[2 * cell] ?? 0) + sign * weight;
      if (sign === -1) {
        if (last === time) values[2 * cell + 1] = time + GONE;
      } else if (left === 1 || time + GONE >= last) values[2 * cell + 1] = time;
    },
    addSums(block, factor, into) {
      const start = starts[block] ?? 0;
      const end = start + (sizes[block] ?? 0);
      for (let cell = start; cell < end; cell++) {
        const person = cells[2 * cell] ?? 0;
        into[person] = (into[person] ?? 0) + factor * (values[2 * cell] ?? 0);
      }
    },
    visit(block, see) {
      const start = starts[block] ?? 0;
      const end = start + (sizes[block] ?? 0);
      for (let cell = start; cell < end; cell++) see(cells[2 * cell] ?? 0, values[2 * cell] ?? 0);
    },
    times(block, person) {
      const cell = find(block, person);
      return cell < 0 ? 0 : (cells[2 * cell + 1] ?? 0);
    },
    last(block, person) {
      const cell = find(block, person);
      const last = cell < 0 ? Number.NaN : (values[2 * cell + 1] ?? Number.NaN);
      return Number.isInteger(last) ? last : Number.NaN;
    },
  };
}

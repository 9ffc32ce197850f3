import { longer } from './longer-column.ts';

/**
 * Many growing lists of whole numbers in one array: a hundred thousand small arrays would cost ten times the room,
 * and numbers of one list lie side by side. A list fills blocks of 1, 2, 4, ... cells; blocks it outgrows are used again.
 */
export interface IntLists {
  /** Numbered 0, 1, 2, ...; starts with one number. */
  start(value: number): number;
  push(list: number, value: number): void;
  /** Removes the number once; the last one takes its place. */
  remove(list: number, value: number): void;
  length(list: number): number;
  /** All of them, to be read before the next change. */
  values(list: number): Int32Array;
  visit(list: number, visitor: (value: number) => void): void;
}

const FIRST_ROOM = 1024;

export function createIntLists(): IntLists {
  let cells = new Int32Array(FIRST_ROOM);
  let starts = new Int32Array(FIRST_ROOM);
  let lengths = new Int32Array(FIRST_ROOM);
  let sizes = new Int32Array(FIRST_ROOM);
  let lists = 0;
  let used = 0;
  /** By base-2 logarithm of their size. */
  const freeBlocks: number[][] = Array.from({ length: 32 }, () => []);

  function block(size: number): number {
    const free = freeBlocks[Math.log2(size)]?.pop();
    if (free !== undefined) return free;
    while (used + size > cells.length) cells = longer(cells);
    used += size;
    return used - size;
  }

  function outgrow(list: number): void {
    const size = sizes[list] ?? 0;
    const from = starts[list] ?? 0;
    const to = block(2 * size);
    cells.copyWithin(to, from, from + size);
    freeBlocks[Math.log2(size)]?.push(from);
    starts[list] = to;
    sizes[list] = 2 * size;
  }

  return {
    start(value) {
      if (lists === starts.length) {
        starts = longer(starts);
        lengths = longer(lengths);
        sizes = longer(sizes);
      }
      const start = block(1);
      cells[start] = value;
      starts[lists] = start;
      lengths[lists] = 1;
      sizes[lists] = 1;
      lists += 1;
      return lists - 1;
    },
    push(list, value) {
      const length = lengths[list] ?? 0;
      if (length === sizes[list]) outgrow(list);
      cells[(starts[list] ?? 0) + length] = value;
      lengths[list] = length + 1;
    },
    remove(list, value) {
      const start = starts[list] ?? 0;
      const last = start + (lengths[list] ?? 0) - 1;
      for (let at = start; at <= last; at += 1) {
        if (cells[at] !== value) continue;
        cells[at] = cells[last] ?? 0;
        lengths[list] = last - start;
        return;
      }
    },
    length: (list) => lengths[list] ?? 0,
    values: (list) => cells.subarray(starts[list] ?? 0, (starts[list] ?? 0) + (lengths[list] ?? 0)),
    visit(list, visitor) {
      const start = starts[list] ?? 0;
      const end = start + (lengths[list] ?? 0);
      for (let at = start; at < end; at += 1) visitor(cells[at] ?? 0);
    },
  };
}

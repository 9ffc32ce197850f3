import { longer } from './longer-column.ts';

/** Values for a few of many small whole numbers: four bytes for each number, and quicker to look up than a map. */
export interface SparseList<T> {
  /** undefined for a number that has none. */
  get(number: number): T | undefined;
  set(number: number, value: T): void;
  count(): number;
}

const FIRST_ROOM = 1024;

export function createSparseList<T>(): SparseList<T> {
  /** Places of values; the first one, 0, is nobody's. */
  let places = new Int32Array(FIRST_ROOM);
  const values: (T | undefined)[] = [undefined];
  return {
    get: (number) => values[places[number] ?? 0],
    set(number, value) {
      while (number >= places.length) places = longer(places);
      const place = places[number] ?? 0;
      if (place > 0) values[place] = value;
      else places[number] = values.push(value) - 1;
    },
    count: () => values.length - 1,
  };
}

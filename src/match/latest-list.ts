/** Ids in the order of their times; equal times in the order of ids. */
export interface LatestList {
  add(id: string, time: number): void;
  remove(id: string, time: number): void;
  /** At most `count`, the latest last. */
  latest(count: number): string[];
  /** That after which so many come. */
  before(later: number): Timed | undefined;
}

export interface Timed {
  id: string;
  time: number;
}

export function createLatestList(): LatestList {
  const list: Timed[] = [];

  /** Where it stands or would stand. */
  function place(id: string, time: number): number {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = list[middle];
      if (other && (other.time < time || (other.time === time && other.id < id))) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    add: (id, time) => void list.splice(place(id, time), 0, { id, time }),
    remove(id, time) {
      const at = place(id, time);
      if (list[at]?.id === id) list.splice(at, 1);
    },
    latest: (count) => list.slice(-count).map(({ id }) => id),
    before: (later) => list[list.length - 1 - later],
  };
}

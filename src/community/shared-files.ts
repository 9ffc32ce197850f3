import type { KnownWork } from '../match/known-work.ts';
import { rested } from '../match/rested.ts';
import { daysBetween, decayed } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';
import type { Steps } from '../match/steps.ts';

/** A file that more people change is everybody's, like a list of dependencies, and ties nobody. */
export const MOST_OWNERS = 20;

export interface SharedFile {
  one: number;
  other: number;
  /** The smaller of what both did in the file: decayed changes, each divided among its files. */
  amount: number;
}

const CHANGES_A_PIECE = 500;
const FILES_A_PIECE = 1000;

/** Each pair of people once for each file that both changed. */
export function* eachSharedFile(
  work: KnownWork,
  belongs: (person: number) => boolean,
  see: (shared: SharedFile) => void,
): Steps<void> {
  const files = yield* changedBy(work, belongs);
  yield* rested(files.values(), FILES_A_PIECE, (people) => {
    if (people.size < 2 || people.size > MOST_OWNERS) return;
    const workers = [...people];
    for (const [at, [one, did]] of workers.entries()) {
      for (const [other, didOther] of workers.slice(at + 1)) see({ one, other, amount: Math.min(did, didOther) });
    }
  });
}

/** By file, then by person. */
function* changedBy(work: KnownWork, belongs: (person: number) => boolean): Steps<Map<number, Map<number, number>>> {
  const found = new Map<number, Map<number, number>>();
  yield* rested(work.changes, CHANGES_A_PIECE, ({ author, files, time }) => {
    if (author === null || !belongs(author)) return;
    const share = exact(decayed(daysBetween(time, work.at)) / files.length);
    for (const file of files) {
      const people = found.get(file) ?? new Map<number, number>();
      if (people.size === 0) found.set(file, people);
      people.set(author, (people.get(author) ?? 0) + share);
    }
  });
  return found;
}

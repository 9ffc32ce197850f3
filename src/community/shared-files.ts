import type { KnownWork } from '../match/known-work.ts';
import { daysBetween, decayed } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';

/** A file that more people change is everybody's, like a list of dependencies, and ties nobody. */
export const MOST_OWNERS = 20;

export interface SharedFile {
  one: number;
  other: number;
  /** The smaller of what both did in the file: decayed changes, each divided among its files. */
  amount: number;
}

/** Each pair of people once for each file that both changed. */
export function* sharedFiles(work: KnownWork, belongs: (person: number) => boolean): Iterable<SharedFile> {
  for (const people of changedBy(work, belongs).values()) {
    if (people.size < 2 || people.size > MOST_OWNERS) continue;
    const workers = [...people];
    for (const [at, [one, did]] of workers.entries()) {
      for (const [other, didOther] of workers.slice(at + 1)) yield { one, other, amount: Math.min(did, didOther) };
    }
  }
}

/** By file, then by person. */
function changedBy(work: KnownWork, belongs: (person: number) => boolean): Map<number, Map<number, number>> {
  const found = new Map<number, Map<number, number>>();
  for (const { author, files, time } of work.changes) {
    if (author === null || !belongs(author)) continue;
    const share = exact(decayed(daysBetween(time, work.at)) / files.length);
    for (const file of files) {
      const people = found.get(file) ?? new Map<number, number>();
      if (people.size === 0) found.set(file, people);
      people.set(author, (people.get(author) ?? 0) + share);
    }
  }
  return found;
}

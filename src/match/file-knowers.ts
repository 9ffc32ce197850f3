import type { KnownChanges } from './rank-reviewers.ts';

/** Decayed acts at a file, each a part of one where a change has many files, from which on somebody knows it. */
const KNOWS_FROM = 0.1;

export interface KnowersQuestion {
  paths: readonly string[];
  /** Left out: what is known by the author is known to who changes it anyway. */
  author: string | null;
  time: number;
  /** Who did nothing for so long is taken for gone. */
  silentAfterMs: number;
}

/** Of each known file the people who wrote or reviewed it and are still there. */
export function fileKnowers({ evidence, tree, people }: KnownChanges, question: KnowersQuestion): Set<number>[] {
  const { paths, author, time, silentAfterMs } = question;
  const authorNumber = author === null ? null : people.find(author);

  function isThere(person: number): boolean {
    const last = Math.max(evidence.reviews.last(person, time), evidence.changes.last(person, time));
    return time - last <= silentAfterMs;
  }

  return paths.flatMap((path) => {
    const file = tree.find(path);
    if (file === null) return [];
    const weights = evidence.changedPaths.weights(file, time);
    for (const [person, weight] of evidence.reviewedPaths.weights(file, time)) {
      weights.set(person, (weights.get(person) ?? 0) + weight);
    }
    const knowers = [...weights].filter(([person, weight]) => weight >= KNOWS_FROM && person !== authorNumber);
    return [new Set(knowers.map(([person]) => person).filter(isThere))];
  });
}

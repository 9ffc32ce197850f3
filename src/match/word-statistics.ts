import type { Postings } from './postings.ts';

/** What weighs words: how many contents there are, how long they are, and how many of them hold a term. */
export interface Statistics {
  count: number;
  meanLength: number;
  frequency: (hash: number) => number;
}

export function statisticsOfAll(postings: Postings): Statistics {
  const count = postings.count();
  return { count, meanLength: postings.totalLength() / count, frequency: postings.frequency };
}

/** The same as if only what has an earlier time were there; `times` by slot. */
export function statisticsBefore(time: number, postings: Postings, times: readonly (number | null)[]): Statistics {
  const isEarlier = (slot: number) => (times[slot] ?? Number.POSITIVE_INFINITY) < time;
  let count = 0;
  let length = 0;
  for (const id of postings.ids()) {
    const slot = postings.slot(id) ?? -1;
    if (!isEarlier(slot)) continue;
    count += 1;
    length += postings.length(slot);
  }

  function frequency(hash: number): number {
    let holders = 0;
    postings.visit(hash, (slot) => {
      if (isEarlier(slot)) holders += 1;
    });
    return holders;
  }

  return { count, meanLength: length / Math.max(1, count), frequency };
}

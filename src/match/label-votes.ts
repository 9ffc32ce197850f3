import type { LabelCounts } from './label-counts.ts';

export interface Votes {
  /** By label. */
  votes: Float64Array;
  total: number;
}

/** The slot of a thread in the postings, and how much its labels count. */
export interface Voter {
  slot: number;
  weight: number;
}

/** Votes by label, and the sum of the weights. */
export function vote(counts: LabelCounts, voters: readonly Voter[]): Votes {
  const votes = new Float64Array(counts.labels());
  let total = 0;
  for (const { slot, weight } of voters) {
    total += weight;
    for (const label of counts.labelsIn(slot)) votes[label] = (votes[label] ?? 0) + weight;
  }
  return { votes, total };
}

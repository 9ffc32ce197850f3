import type { Scored } from './best-list.ts';
import type { LabelCounts } from './label-counts.ts';

export interface Votes {
  /** By label. */
  votes: Float64Array;
  total: number;
}

/** A near-duplicate says more than several threads that share a common word. */
export function similar(near: readonly Scored[]): [id: string, weight: number][] {
  const best = near[0]?.score ?? 1;
  return near.map(({ id, score }) => [id, (score / best) ** 2]);
}

/** Votes by label of threads that weigh so much, and the sum of the weights. */
export function vote(counts: LabelCounts, threads: Iterable<readonly [id: string, weight: number]>): Votes {
  const votes = new Float64Array(counts.labels());
  let total = 0;
  for (const [id, weight] of threads) {
    total += weight;
    for (const label of counts.labelsOf(id)) votes[label] = (votes[label] ?? 0) + weight;
  }
  return { votes, total };
}

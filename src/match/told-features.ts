import type { Tally } from './label-counts.ts';
import { isManner } from './label-features.ts';
import type { LabelView } from './label-view.ts';

/** A feature of a text, no manner, that threads have too. */
export interface ToldFeature {
  hash: number;
  /** How many of them. */
  frequency: number;
  /** null where it would take more time to count than it tells. */
  tally: Tally | null;
}

/** A feature of more threads than this tells labels apart too little. */
const MAX_TALLIED = 500;

/** In the order of the hashes, which has nothing to do with that of learning: sums follow it. */
export function toldFeatures(view: LabelView, hashes: Int32Array): ToldFeature[] {
  const told: ToldFeature[] = [];
  for (const hash of hashes) {
    if (isManner(hash)) continue;
    const frequency = view.frequency(hash);
    if (frequency > 0) told.push({ hash, frequency, tally: frequency <= MAX_TALLIED ? view.tally(hash) : null });
  }
  return told;
}

import { type LabelCounts, type Tally, tallyOfHolders } from './label-counts.ts';
import type { LabelLines } from './label-lines.ts';
import { slotIn } from './postings.ts';

/** Threads with labels as they are known at one moment: all of them, or all that came before some. */
export interface LabelView {
  counts: LabelCounts;
  threads: number;
  totalLength: number;
  /** How many threads have the label, and the sum of their lengths. */
  threadsWith(label: number): number;
  lengthWith(label: number): number;
  /** Whether the thread in a slot of the postings is known by then. */
  isKnown(slot: number): boolean;
  /** How many threads have the feature. */
  frequency(hash: number): number;
  tally(hash: number): Tally;
  /** Ids of the latest threads. */
  lately: readonly string[];
  /** null while there is too little to learn from. */
  lines: LabelLines | null;
}

export type Newest = Pick<LabelView, 'lately' | 'lines'>;

export function presentView(counts: LabelCounts, newest: Newest): LabelView {
  return {
    counts,
    ...newest,
    threads: counts.postings.count(),
    totalLength: counts.postings.totalLength(),
    threadsWith: counts.threadsWith,
    lengthWith: counts.lengthWith,
    isKnown: () => true,
    frequency: counts.postings.frequency,
    tally: counts.tally,
  };
}

/** As if some threads were not there yet. */
export function viewWithout(hidden: readonly string[], counts: LabelCounts, newest: Newest): LabelView {
  const { postings } = counts;
  const slots = new Set(hidden.map((id) => postings.slot(id) ?? -1));
  const fewer = new Float64Array(counts.labels());
  const shorter = new Float64Array(counts.labels());
  let hiddenLength = 0;
  for (const slot of slots) {
    hiddenLength += postings.length(slot);
    for (const label of counts.labelsIn(slot)) {
      fewer[label] = (fewer[label] ?? 0) + 1;
      shorter[label] = (shorter[label] ?? 0) + postings.length(slot);
    }
  }
  const known = new Map<number, Int32Array>();
  const tallies = new Map<number, Tally>();

  function holders(hash: number): Int32Array {
    const found = known.get(hash) ?? postings.holders(hash).filter((packed) => !slots.has(slotIn(packed)));
    known.set(hash, found);
    return found;
  }

  function tally(hash: number): Tally {
    const found = tallies.get(hash) ?? tallyOfHolders(holders(hash), counts.labelsIn);
    tallies.set(hash, found);
    return found;
  }

  return {
    counts,
    ...newest,
    threads: postings.count() - slots.size,
    totalLength: postings.totalLength() - hiddenLength,
    threadsWith: (label) => counts.threadsWith(label) - (fewer[label] ?? 0),
    lengthWith: (label) => counts.lengthWith(label) - (shorter[label] ?? 0),
    isKnown: (slot) => !slots.has(slot),
    frequency: (hash) => holders(hash).length,
    tally,
  };
}

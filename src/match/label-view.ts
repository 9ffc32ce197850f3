import { type LabelCounts, type Tally, tallyOfHolders } from './label-counts.ts';
import type { LabelLines } from './label-lines.ts';
import type { Votes } from './label-votes.ts';
import { slotIn } from './postings.ts';

/** Threads with labels as they are known at one moment: all of them, or all that came before some. */
export interface LabelView {
  counts: LabelCounts;
  threads: number;
  totalLength: number;
  /** Those in use that tell what threads are about. */
  labels: readonly number[];
  /** How many threads have the label. */
  threadsWith(label: number): number;
  /** By label, the sum of the lengths of the threads that have it. */
  lengthsWith: readonly number[];
  /** Whether the thread in a slot of the postings is known by then. */
  isKnown(slot: number): boolean;
  /** How many threads have the feature. */
  frequency(hash: number): number;
  tally(hash: number): Tally;
  /** Of the latest threads, one each. */
  lately: Votes;
  /** null while there is too little to learn from. */
  lines: LabelLines | null;
}

export type Newest = Pick<LabelView, 'lately' | 'lines'>;

export function presentView(counts: LabelCounts, newest: Newest): LabelView {
  return {
    counts,
    ...newest,
    labels: labelsInUse(counts, counts.threadsWith),
    threads: counts.postings.count(),
    totalLength: counts.postings.totalLength(),
    threadsWith: counts.threadsWith,
    lengthsWith: counts.lengthsWith(),
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

  function threadsWith(label: number): number {
    return counts.threadsWith(label) - (fewer[label] ?? 0);
  }

  return {
    counts,
    ...newest,
    labels: labelsInUse(counts, threadsWith),
    threads: postings.count() - slots.size,
    totalLength: postings.totalLength() - hiddenLength,
    threadsWith,
    lengthsWith: counts.lengthsWith().map((length, label) => length - (shorter[label] ?? 0)),
    isKnown: (slot) => !slots.has(slot),
    frequency: (hash) => holders(hash).length,
    tally,
  };
}

function labelsInUse(counts: LabelCounts, threadsWith: LabelView['threadsWith']): number[] {
  const labels: number[] = [];
  for (let label = 0; label < counts.labels(); label += 1) {
    if (counts.tells(label) && threadsWith(label) > 0) labels.push(label);
  }
  return labels;
}

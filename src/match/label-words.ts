import { wordsToShow } from '../text/words-to-show.ts';
import type { LabelCounts } from './label-counts.ts';
import type { LabelFeatures } from './label-features.ts';

/** A feature of more threads than this tells labels apart too little for the time it takes to count. */
const MAX_FREQUENCY = 1000;
const MAX_SHOWN_WORDS = 3;
/** A word is shown when the label has at least so many times its share of it. */
const MIN_SHOWN_RATIO = 2;
/** About the weight of two threads: a word seen in one thread only is a poor reason. */
const SHOWN_LEAN = 40;

/** How much of one feature each label has; the room is used again for the next feature. */
interface Tally {
  /** Weight by label, 0 for those not in `touched`. */
  weights: Float64Array;
  touched: number[];
  /** Weight in all threads. */
  total: number;
}

/** A naive Bayes score by label that leaves out what a label has nothing of, shortened as long texts repeat themselves. */
export function scoreWords(counts: LabelCounts, hashes: Iterable<number>): Float64Array {
  const scores = new Float64Array(counts.labels());
  let known = 0;
  eachTally(counts, hashes, (_hash, tally) => {
    known += 1;
    for (const label of tally.touched) {
      scores[label] = (scores[label] ?? 0) + Math.log(1 + ratio(counts, label, tally));
    }
  });
  return scores.map((score) => score / Math.sqrt(Math.max(1, known)));
}

/** The words of a text that speak for some labels, best first, as the text writes them. */
export function tellingWords(
  counts: LabelCounts,
  { words }: LabelFeatures,
  labels: readonly number[],
): Map<number, string[]> {
  const found = new Map(labels.map((label) => [label, [] as { word: string; force: number }[]]));
  eachTally(counts, words.keys(), (hash, tally) => {
    for (const [label, list] of found) {
      const times = ratio(counts, label, tally);
      if (times < MIN_SHOWN_RATIO) continue;
      const weight = tally.weights[label] ?? 0;
      list.push({ word: words.get(hash) ?? '', force: (Math.log(times) * weight) / (weight + SHOWN_LEAN) });
    }
  });
  return new Map(
    [...found].map(([label, list]) => {
      const best = list.toSorted((a, b) => b.force - a.force).slice(0, 2 * MAX_SHOWN_WORDS);
      return [label, wordsToShow(best.map(({ word }) => word)).slice(0, MAX_SHOWN_WORDS)];
    }),
  );
}

function eachTally(counts: LabelCounts, hashes: Iterable<number>, use: (hash: number, tally: Tally) => void): void {
  const tally: Tally = { weights: new Float64Array(counts.labels()), touched: [], total: 0 };
  for (const hash of hashes) {
    const frequency = counts.postings.frequency(hash);
    if (frequency === 0 || frequency > MAX_FREQUENCY) continue;
    for (const label of tally.touched) tally.weights[label] = 0;
    tally.touched.length = 0;
    tally.total = 0;
    counts.postings.visit(hash, (slot, weight) => count(counts, tally, slot, weight));
    use(hash, tally);
  }
}

function count(counts: LabelCounts, tally: Tally, slot: number, weight: number): void {
  tally.total += weight;
  for (const label of counts.labelsIn(slot)) {
    const before = tally.weights[label] ?? 0;
    if (before === 0) tally.touched.push(label);
    tally.weights[label] = before + weight;
  }
}

/** How many times more of a feature a label has than its share of all text lets expect. */
function ratio(counts: LabelCounts, label: number, { weights, total }: Tally): number {
  const weight = weights[label] ?? 0;
  return weight === 0 ? 0 : (weight * counts.postings.totalLength()) / (total * counts.lengthWith(label));
}

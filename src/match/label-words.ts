import { wordsToShow } from '../text/words-to-show.ts';
import type { Tally } from './label-counts.ts';
import { isManner, type LabelFeatures } from './label-features.ts';
import type { LabelView } from './label-view.ts';
import { createProducts } from './products.ts';

/** A feature of more threads than this tells labels apart too little for the time it takes to count. */
const MAX_FREQUENCY = 1000;
const MAX_SHOWN_WORDS = 3;
/** A word is shown when the label has at least so many times its share of it. */
const MIN_SHOWN_RATIO = 2;
/** About the weight of two threads: a word seen in one thread only is a poor reason. */
const SHOWN_LEAN = 40;

/** A naive Bayes score by label that leaves out what a label has nothing of, shortened as long texts repeat themselves. */
export function scoreWords(view: LabelView, hashes: Iterable<number>): Float64Array {
  const odds = createProducts(view.counts.labels());
  let known = 0;
  eachTally(view, hashes, (_hash, { labels, weights, total }) => {
    known += 1;
    for (let at = 0; at < labels.length; at += 1) {
      const label = labels[at] ?? 0;
      odds.raise(label, 1 + ratio(view, label, { weight: weights[at] ?? 0, total }));
    }
  });
  const shortening = Math.sqrt(Math.max(1, known));
  const scores = new Float64Array(view.counts.labels());
  for (let label = 0; label < scores.length; label += 1) scores[label] = odds.log(label) / shortening;
  return scores;
}

/** The words of a text that speak for some labels, best first, as the text writes them. */
export function tellingWords(
  view: LabelView,
  { words }: LabelFeatures,
  labels: readonly number[],
): Map<number, string[]> {
  const found = new Map(labels.map((label) => [label, [] as { word: string; force: number }[]]));
  eachTally(view, words.keys(), (hash, { labels: having, weights, total }) => {
    for (const [label, list] of found) {
      const weight = weights[having.indexOf(label)] ?? 0;
      const times = ratio(view, label, { weight, total });
      if (times < MIN_SHOWN_RATIO) continue;
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

function eachTally(view: LabelView, hashes: Iterable<number>, use: (hash: number, tally: Tally) => void): void {
  for (const hash of hashes) {
    if (isManner(hash)) continue;
    const frequency = view.frequency(hash);
    if (frequency > 0 && frequency <= MAX_FREQUENCY) use(hash, view.tally(hash));
  }
}

/** How many times more of a feature a label has than its share of all text lets expect. */
function ratio(view: LabelView, label: number, { weight, total }: { weight: number; total: number }): number {
  return weight === 0 ? 0 : (weight * view.totalLength) / (total * view.lengthWith(label));
}

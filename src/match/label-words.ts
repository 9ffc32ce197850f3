import { wordsToShow } from '../text/words-to-show.ts';
import type { LabelView } from './label-view.ts';
import { createProducts } from './products.ts';
import type { ToldFeature } from './told-features.ts';

const MAX_SHOWN_WORDS = 3;
/** A word is shown when the label has at least so many times its share of it. */
const MIN_SHOWN_RATIO = 2;
/** About the weight of two threads: a word seen in one thread only is a poor reason. */
const SHOWN_LEAN = 40;

/** A naive Bayes score by label that leaves out what a label has nothing of, shortened as long texts repeat themselves. */
export function scoreWords(view: LabelView, told: readonly ToldFeature[]): Float64Array {
  const odds = createProducts(view.counts.labels());
  const { lengthsWith, totalLength } = view;
  let known = 0;
  for (const { tally } of told) {
    if (tally === null) continue;
    known += 1;
    const { labels, weights } = tally;
    const share = totalLength / tally.total;
    for (let at = 0; at < labels.length; at += 1) {
      const label = labels[at] ?? 0;
      odds.raise(label, 1 + (share * (weights[at] ?? 0)) / (lengthsWith[label] ?? 0));
    }
  }
  return odds.logs(1 / Math.sqrt(Math.max(1, known)));
}

/** The words of a text that speak for some labels, best first, as the text writes them. */
export function tellingWords(
  view: LabelView,
  told: readonly ToldFeature[],
  { words, labels }: { words: ReadonlyMap<number, string>; labels: readonly number[] },
): Map<number, string[]> {
  const found = labels.map(() => [] as { word: string; force: number }[]);
  for (const { hash, tally } of told) {
    const word = words.get(hash);
    if (word === undefined || tally === null) continue;
    for (let at = 0; at < labels.length; at += 1) {
      const label = labels[at] ?? 0;
      const weight = tally.weights[tally.labels.indexOf(label)] ?? 0;
      // How many times more of the word the label has than its share of all text lets expect.
      const times = (weight * view.totalLength) / (tally.total * (view.lengthsWith[label] ?? 0));
      if (times >= MIN_SHOWN_RATIO) {
        found[at]?.push({ word, force: (Math.log(times) * weight) / (weight + SHOWN_LEAN) });
      }
    }
  }
  return new Map(
    found.map((list, at) => {
      const best = list.sort((a, b) => b.force - a.force || (a.word < b.word ? -1 : 1)).slice(0, 2 * MAX_SHOWN_WORDS);
      return [labels[at] ?? 0, wordsToShow(best.map(({ word }) => word)).slice(0, MAX_SHOWN_WORDS)];
    }),
  );
}

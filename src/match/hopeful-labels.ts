import type { LabelView } from './label-view.ts';
import type { Votes } from './label-votes.ts';
import { nthLargest } from './nth-largest.ts';

/** Of labels for which nothing but words speaks, so many are judged. */
const MOST_WORDY = 80;

/** Labels for which anything speaks; where there are many, most have next to no chance and cost time. */
export function hopefulLabels({ labels, lines }: LabelView, words: Float64Array, { votes }: Votes): readonly number[] {
  if (labels.length <= MOST_WORDY) return labels;
  const scores = new Float64Array(labels.length);
  for (let at = 0; at < labels.length; at += 1) scores[at] = words[labels[at] ?? 0] ?? 0;
  const least = nthLargest(scores, MOST_WORDY);
  return labels.filter(
    (label) => (words[label] ?? 0) > least || (votes[label] ?? 0) > 0 || (lines !== null && lines.place(label) >= 0),
  );
}

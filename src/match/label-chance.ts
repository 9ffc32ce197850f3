/** What is known of one label for one thread: each a share of threads as log-odds, or evidence in words. */
export interface LabelEvidence {
  /** Of all threads. */
  everywhere: number;
  /** Of the latest threads. */
  lately: number;
  /** Of the threads most like this one. */
  nearby: number;
  /** The same, recent ones counting more. */
  nearbyLately: number;
  /** What the words say, and how far behind the label for which they say most. */
  words: number;
  wordsBehind: number;
}

/**
 * Logistic regression over the labels of ten histories, each weighing the same. The bias is 0.2 below the fitted one, so
 * that of the labels with a chance of 0.8 or more about four in five were right in each history left out.
 */
const MANY_LABELS = {
  bias: -0.776,
  everywhere: -0.33,
  lately: 0.193,
  nearby: 0.67,
  nearbyLately: 0.375,
  words: 0.115,
  wordsBehind: 0.139,
} satisfies LabelEvidence & { bias: number };

/** A handful of labels are kinds (bug, wish, question), which phrases tell apart better than what a thread is about. */
const FEW_LABELS: typeof MANY_LABELS = { ...MANY_LABELS, bias: -0.454, nearby: 0.308, wordsBehind: 0.998 };
const A_HANDFUL = 4;

/** The chance that people give the label, in a repository that uses so many labels. */
export function labelChance(evidence: LabelEvidence, labelsInUse: number): number {
  const weights = labelsInUse <= A_HANDFUL ? FEW_LABELS : MANY_LABELS;
  const sum =
    weights.bias +
    weights.everywhere * evidence.everywhere +
    weights.lately * evidence.lately +
    weights.nearby * evidence.nearby +
    weights.nearbyLately * evidence.nearbyLately +
    weights.words * evidence.words +
    weights.wordsBehind * evidence.wordsBehind;
  return 1 / (1 + Math.exp(-sum));
}

const HIGHEST_SHARE = 0.999;

/** Log-odds of a share that leans on `prior` with the weight of `lean` threads. */
export function shareOdds(votes: number, total: number, prior: number, lean: number): number {
  const share = Math.min(HIGHEST_SHARE, (votes + lean * prior) / (total + lean));
  return Math.log(share / (1 - share));
}

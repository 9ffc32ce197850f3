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

/** Logistic regression over the labels of ten histories, each weighing the same. */
const WEIGHTS = {
  everywhere: -0.396,
  lately: 0.212,
  nearby: 0.833,
  nearbyLately: 0.234,
  words: 0.115,
  wordsBehind: 0.206,
} satisfies LabelEvidence;
/** Fitted -0.56; lowered so that of the labels with a chance of 0.8 or more four in five were right in each history left out. */
const BIAS = -0.76;

/** The chance that people give the label. */
export function labelChance(evidence: LabelEvidence): number {
  const sum =
    BIAS +
    WEIGHTS.everywhere * evidence.everywhere +
    WEIGHTS.lately * evidence.lately +
    WEIGHTS.nearby * evidence.nearby +
    WEIGHTS.nearbyLately * evidence.nearbyLately +
    WEIGHTS.words * evidence.words +
    WEIGHTS.wordsBehind * evidence.wordsBehind;
  return 1 / (1 + Math.exp(-sum));
}

const HIGHEST_SHARE = 0.999;

/** Log-odds of a share that leans on `prior` with the weight of `lean` threads. */
export function shareOdds(votes: number, total: number, prior: number, lean: number): number {
  const share = Math.min(HIGHEST_SHARE, (votes + lean * prior) / (total + lean));
  return Math.log(share / (1 - share));
}

import type { JudgedLabel } from './label-evidence.ts';
import { logistic } from './probability.ts';

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
  /** Whether there is a line for the label; how far on its side the thread lies, and how far behind the farthest label. */
  hasLine: number;
  margin: number;
  marginBehind: number;
  /** How far the text names the label. */
  inTitle: number;
  anywhere: number;
  whole: number;
  /** How far the text is of the type that the label's name stands for; 0 where it stands for none. */
  type: number;
}

type Weights = LabelEvidence & { bias: number };

/** Logistic regression over the labels of five histories with many labels, each question weighing the same. */
const MANY_LABELS: Weights = {
  bias: 0.106,
  everywhere: -0.326,
  lately: 0.11,
  nearby: 0.054,
  nearbyLately: 0.616,
  words: 0.088,
  wordsBehind: 0.075,
  hasLine: -0.424,
  margin: 0.881,
  marginBehind: 0.732,
  inTitle: 0.251,
  anywhere: 0.868,
  whole: 0.682,
  type: 0.294,
};

/**
 * A handful of labels are kinds (bug, wish, question), which manner and phrases tell apart, and not what a thread is
 * about; fitted on five histories, whose kinds are equally common, so that how common they are can't be weighed.
 */
const FEW_LABELS: Weights = {
  bias: 0.32,
  everywhere: 0,
  lately: 0.2,
  nearby: 0,
  nearbyLately: 0,
  words: 0.037,
  wordsBehind: 0.175,
  hasLine: 0,
  margin: 2.58,
  marginBehind: 0.68,
  inTitle: 0,
  anywhere: 0,
  whole: 0,
  type: 0.273,
};
const A_HANDFUL = 4;

export interface LabelChance {
  label: number;
  chance: number;
}

/** The chance of each that people give it, where threads usually have so many labels. */
export function labelChances(judged: readonly JudgedLabel[], usual: number): LabelChance[] {
  const weights = judged.length <= A_HANDFUL ? FEW_LABELS : MANY_LABELS;
  const logOdds = Float64Array.from(judged, ({ evidence }) => logOddsOf(evidence, weights));
  const shift = USUAL_PART * shiftTo(usual, logOdds);
  return judged.map(({ label }, at) => ({ label, chance: logistic((logOdds[at] ?? 0) + shift) }));
}

function logOddsOf(evidence: LabelEvidence, weights: Weights): number {
  return (
    weights.bias +
    weights.everywhere * evidence.everywhere +
    weights.lately * evidence.lately +
    weights.nearby * evidence.nearby +
    weights.nearbyLately * evidence.nearbyLately +
    weights.words * evidence.words +
    weights.wordsBehind * evidence.wordsBehind +
    weights.hasLine * evidence.hasLine +
    weights.margin * evidence.margin +
    weights.marginBehind * evidence.marginBehind +
    weights.inTitle * evidence.inTitle +
    weights.anywhere * evidence.anywhere +
    weights.whole * evidence.whole +
    weights.type * evidence.type
  );
}

/** How far chances go to where they sum to the usual number of labels; best over the histories. */
const USUAL_PART = 0.5;
const STEPS = 8;
const LONGEST_STEP = 2;
const LEAST_SLOPE = 1e-3;

/** What added to all log odds makes the chances sum to so much. */
function shiftTo(sum: number, logOdds: Float64Array): number {
  const wanted = Math.min(sum, logOdds.length - 0.5);
  // Labels are numbered as they are met; sums must not depend on that.
  const sorted = logOdds.toSorted();
  let shift = 0;
  for (let step = 0; step < STEPS; step += 1) {
    let here = 0;
    let slope = LEAST_SLOPE;
    for (const odds of sorted) {
      const chance = logistic(odds + shift);
      here += chance;
      slope += chance * (1 - chance);
    }
    shift -= Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, (here - wanted) / slope));
  }
  return shift;
}

const HIGHEST_SHARE = 0.999;

/** Log-odds of a share that leans on `prior` with the weight of `lean` threads. */
export function shareOdds(votes: number, total: number, prior: number, lean: number): number {
  const share = Math.min(HIGHEST_SHARE, (votes + lean * prior) / (total + lean));
  return Math.log(share / (1 - share));
}

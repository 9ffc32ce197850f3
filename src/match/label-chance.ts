import { logistic } from './probability.ts';

/** The log odds of each label that people give it, by the rows of its evidence, where threads usually have so many labels. */
export function labelLogOdds(rows: Float64Array, weights: Float64Array, usual: number): Float64Array {
  const logOdds = new Float64Array(rows.length / weights.length);
  for (let row = 0; row < logOdds.length; row += 1) logOdds[row] = rowLogOdds(rows, row, weights);
  const shift = USUAL_PART * shiftTo(usual, logOdds);
  return logOdds.map((odds) => odds + shift);
}

export function rowLogOdds(rows: Float64Array, row: number, weights: Float64Array): number {
  const from = row * weights.length;
  let odds = 0;
  for (let at = 0; at < weights.length; at += 1) odds += (weights[at] ?? 0) * (rows[from + at] ?? 0);
  return odds;
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

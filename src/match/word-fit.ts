import type { EvidenceTable } from './evidence-table.ts';
import { type Column, columnOf } from './feature-columns.ts';

/** Words in a larger part of the changes say nothing: `src`, or the project's name. */
const COMMON_WORD = 0.3;
const FEW_TIMES = 10;
/** How many acts by the usual people each word is thought to have besides. */
const USUAL_ACTS = 2;
/** Who hardly reviews at all is taken to do so this often. */
const LEAST_CHANCE = 5e-6;
/** Odds are multiplied, since logs are slow, up to here. */
const LARGE_ODDS = 1e100;

/**
 * How much more often than usual a person reviews where such words are: the log odds of a naive Bayes, dampened since
 * words of one change come together. What is the same for everybody is left out.
 */
export function wordFit(
  table: EvidenceTable,
  words: readonly number[],
  { time, candidates, reviews }: { time: number; candidates: readonly number[]; reviews: number },
  overall: Float64Array,
): Column {
  const odds = new Float64Array(overall.length).fill(1);
  const logOdds = new Float64Array(overall.length);
  const weights = new Float64Array(overall.length);
  const mostTimes = Math.max(FEW_TIMES, COMMON_WORD * reviews);
  for (const word of words) {
    const times = table.times(word, time);
    if (times === 0 || times > mostTimes) continue;
    table.addWeights(word, time, 1, weights);
    for (const person of candidates) {
      const weight = weights[person] ?? 0;
      if (weight === 0) continue;
      weights[person] = 0;
      odds[person] = (odds[person] ?? 1) * (1 + weight / USUAL_ACTS / ((overall[person] ?? 0) + LEAST_CHANCE));
      if ((odds[person] ?? 1) < LARGE_ODDS) continue;
      logOdds[person] = (logOdds[person] ?? 0) + Math.log(odds[person] ?? 1);
      odds[person] = 1;
    }
  }
  const dampening = Math.sqrt(1 + words.length);
  return columnOf(candidates, (person) => ((logOdds[person] ?? 0) + Math.log(odds[person] ?? 1)) / dampening);
}

import type { EvidenceTable } from './evidence-table.ts';
import { type Column, columnOf } from './feature-columns.ts';

/** Words in a larger part of the changes say nothing: `src`, or the project's name. */
const COMMON_WORD = 0.3;
const FEW_TIMES = 10;
/** How many acts by the usual people each word is thought to have besides. */
const USUAL_ACTS = 2;
/** Who hardly reviews at all is taken to do so this often. */
const LEAST_CHANCE = 5e-6;
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
  const odds = createOdds(overall.length);
  const weights = new Float64Array(overall.length);
  const mostTimes = Math.max(FEW_TIMES, COMMON_WORD * reviews);
  let known = 0;
  for (const word of words) {
    const times = table.times(word, time);
    // A word may be met later than the time asked about: then it counts as little as one that was never met.
    if (times === 0) continue;
    known++;
    if (times > mostTimes) continue;
    table.addWeights(word, time, 1, weights);
    for (const person of candidates) {
      const weight = weights[person] ?? 0;
      if (weight === 0) continue;
      weights[person] = 0;
      odds.raise(person, 1 + weight / USUAL_ACTS / ((overall[person] ?? 0) + LEAST_CHANCE));
    }
  }
  const dampening = Math.sqrt(1 + known);
  return columnOf(candidates, (person) => odds.log(person) / dampening);
}

/** Logs of products, with a log taken only where a product grows too large: logs are slow. */
function createOdds(people: number): { raise(person: number, factor: number): void; log(person: number): number } {
  const products = new Float64Array(people).fill(1);
  const logs = new Float64Array(people);
  return {
    raise(person, factor) {
      const product = (products[person] ?? 1) * factor;
      const isLarge = product > LARGE_ODDS;
      if (isLarge) logs[person] = (logs[person] ?? 0) + Math.log(product);
      products[person] = isLarge ? 1 : product;
    },
    log: (person) => (logs[person] ?? 0) + Math.log(products[person] ?? 1),
  };
}

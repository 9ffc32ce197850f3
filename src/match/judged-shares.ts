import { type Column, weighFeatures } from './feature-columns.ts';
import { type Shared, scoreShares } from './score-shares.ts';

/** The best by the shipped weights: only they are weighed as the repository has taught, here as in its past. */
export const WEIGHED_CANDIDATES = 24;

export interface JudgedCandidates<Feature extends string> {
  candidates: readonly number[];
  features: Record<Feature, Column>;
  weights: Record<Feature, number>;
  shipped: Record<Feature, number>;
}

/**
 * The k best of those that have a name, equal ones by login, with their parts of all odds. What those who are far
 * behind have of the odds stays as the shipped weights have it: the past teaches nothing of them.
 */
export function judgedShares<Feature extends string>(
  { candidates, features, weights, shipped }: JudgedCandidates<Feature>,
  k: number,
  nameOf: (person: number) => string | null,
): Shared[] {
  const shippedScores = weighFeatures(features, shipped, candidates.length);
  const best = scoreShares(candidates, shippedScores, Math.max(k, WEIGHED_CANDIDATES), nameOf, k);
  const scored = best.map((one) => ({ one, score: scoreAt(one.at, features, weights) }));
  const most = Math.max(...scored.map(({ score }) => score));
  const all = scored.reduce((sum, { score }) => sum + Math.exp(score - most), 0);
  const theirs = best.reduce((sum, { share }) => sum + share, 0);
  return scored
    .toSorted((a, b) => b.score - a.score || (a.one.login < b.one.login ? -1 : 1))
    .slice(0, k)
    .map(({ one, score }) => ({ ...one, share: (theirs * Math.exp(score - most)) / all }));
}

function scoreAt<Feature extends string>(
  at: number,
  features: Record<Feature, Column>,
  weights: Record<Feature, number>,
): number {
  let score = 0;
  for (const feature of Object.keys(weights) as Feature[]) score += weights[feature] * (features[feature][at] ?? 0);
  return score;
}

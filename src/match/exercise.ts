import type { Column } from './feature-columns.ts';

/** A past question with its right answers, as the model saw it at that time. */
export interface Exercise {
  /** Candidate after candidate, of each all features in the order of the weights. */
  values: Float64Array;
  /** 1 for each candidate who was right; all 0 where nobody known was. */
  right: Uint8Array;
  /** Part of all odds that the candidates have who were kept; the rest is far behind. */
  kept: number;
  /** How many people usually are right. */
  usual: number;
  /** How many answers were known by then. */
  known: number;
  /** How much the exercise tells of each pair of weights, feature by feature, at the shipped weights. */
  information: Float64Array;
}

/** What is asked again: the columns of a question, and who of its candidates may be named and who was right. */
export interface AskedAgain<Feature extends string> {
  features: Record<Feature, Column>;
  scores: Column;
  /** null for whom is not to be named. */
  loginAt: (at: number) => string | null;
  isRight: (at: number) => boolean;
  usual: number;
  known: number;
}

/** Best by the shipped weights; those who were right are kept besides. */
const KEPT_CANDIDATES = 24;

export function exerciseOf<Feature extends string>(
  { features, scores, loginAt, isRight, usual, known }: AskedAgain<Feature>,
  order: readonly Feature[],
): Exercise {
  const ranked = rankedByName(scores, loginAt);
  const kept = ranked.filter((at, place) => place < KEPT_CANDIDATES || isRight(at));
  const best = scores[ranked[0] ?? 0] ?? 0;
  const odds = (all: readonly number[]) => all.reduce((sum, at) => sum + Math.exp((scores[at] ?? 0) - best), 0);
  const values = Float64Array.from(kept.flatMap((at) => order.map((feature) => features[feature][at] ?? 0)));
  return {
    values,
    right: Uint8Array.from(kept, (at) => (isRight(at) ? 1 : 0)),
    kept: ranked.length === 0 ? 1 : odds(kept) / odds(ranked),
    usual,
    known,
    information: informationOf(
      values,
      kept.map((at) => Math.exp((scores[at] ?? 0) - best)),
      order.length,
    ),
  };
}

/** Best first, equal ones by login: sums over them have one order, whatever numbers the people have. */
function rankedByName(scores: Column, loginAt: (at: number) => string | null): number[] {
  const named: { at: number; score: number; login: string }[] = [];
  for (const [at, score] of scores.entries()) {
    const login = loginAt(at);
    if (login !== null) named.push({ at, score, login });
  }
  return named.sort((a, b) => b.score - a.score || (a.login < b.login ? -1 : 1)).map(({ at }) => at);
}

/** Covariance of the features over the candidates, each as likely as the odds say; the lower half of it. */
function informationOf(values: Float64Array, odds: readonly number[], features: number): Float64Array {
  const all = odds.reduce((a, b) => a + b, 0);
  const mean = new Float64Array(features);
  const information = new Float64Array(features * features);
  for (const [row, odd] of odds.entries()) addScaled(values.subarray(row * features), odd / all, mean);
  for (const [row, odd] of odds.entries()) {
    const off = mean.map((value, f) => (values[row * features + f] ?? 0) - value);
    for (const [f, value] of off.entries()) {
      addScaled(off.subarray(0, f + 1), (odd / all) * value, information.subarray(f * features, f * features + f + 1));
    }
  }
  return information;
}

function addScaled(values: Float64Array, factor: number, into: Float64Array): void {
  for (let at = 0; at < into.length; at++) into[at] = (into[at] ?? 0) + factor * (values[at] ?? 0);
}

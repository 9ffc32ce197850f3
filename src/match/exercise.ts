import type { Column } from './feature-columns.ts';
import { WEIGHED_CANDIDATES } from './judged-shares.ts';
import { scoreShares } from './score-shares.ts';

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
  candidates: readonly number[];
  features: Record<Feature, Column>;
  scores: Column;
  /** null for whom is not to be named. */
  nameOf: (person: number) => string | null;
  right: readonly number[];
  usual: number;
  known: number;
}

export function exerciseOf<Feature extends string>(asked: AskedAgain<Feature>, order: readonly Feature[]): Exercise {
  const { candidates, features, right, usual, known } = asked;
  const kept = keptCandidates(asked);
  const values = Float64Array.from(kept.flatMap(({ at }) => order.map((feature) => features[feature][at] ?? 0)));
  const all = kept.reduce((sum, { share }) => sum + share, 0);
  return {
    values,
    right: Uint8Array.from(kept, ({ at }) => (right.includes(candidates[at] ?? 0) ? 1 : 0)),
    kept: kept.length === 0 ? 1 : all,
    usual,
    known,
    information: informationOf(
      values,
      kept.map(({ share }) => share / all),
      order.length,
    ),
  };
}

/** Questions are for about so many. */
const USUALLY_ASKED = 10;

/** The best by the shipped weights, and those who were right besides, in an order that has nothing to do with the numbers of people, since sums over them follow it. */
function keptCandidates<Feature extends string>({
  candidates,
  scores,
  nameOf,
  right,
}: AskedAgain<Feature>): { at: number; share: number }[] {
  const best = scoreShares(candidates, scores, WEIGHED_CANDIDATES, nameOf, USUALLY_ASKED);
  const [first] = best;
  if (first === undefined) return [];
  const others = scoreShares(candidates, scores, right.length, (person) =>
    right.includes(person) && !best.some((one) => one.person === person) ? nameOf(person) : null,
  );
  const firstScore = scores[first.at] ?? 0;
  return [...best, ...others.map(({ at }) => ({ at, share: first.share * Math.exp((scores[at] ?? 0) - firstScore) }))];
}

/** Covariance of the features over the candidates, each as likely as its share says; the lower half of it. */
function informationOf(values: Float64Array, shares: readonly number[], features: number): Float64Array {
  const mean = new Float64Array(features);
  const information = new Float64Array(features * features);
  for (const [row, share] of shares.entries()) addScaled(values.subarray(row * features), share, mean);
  for (const [row, share] of shares.entries()) {
    const off = mean.map((value, f) => (values[row * features + f] ?? 0) - value);
    for (const [f, value] of off.entries()) {
      addScaled(off.subarray(0, f + 1), share * value, information.subarray(f * features, f * features + f + 1));
    }
  }
  return information;
}

function addScaled(values: Float64Array, factor: number, into: Float64Array): void {
  for (let at = 0; at < into.length; at++) into[at] = (into[at] ?? 0) + factor * (values[at] ?? 0);
}

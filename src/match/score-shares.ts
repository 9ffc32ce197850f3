/** Someone with a score from a weighted sum of features. */
export interface Scored {
  person: number;
  login: string;
  score: number;
}

export interface Shared extends Scored {
  /** Part of all the scores together, as odds: the shares of all candidates make 1. */
  share: number;
}

/** The weighted sum of feature columns, by person. */
export function weighFeatures<Feature extends string>(
  features: Record<Feature, Float64Array>,
  weights: Record<Feature, number>,
  people: number,
): Float64Array {
  const sums = new Float64Array(people);
  for (const feature of Object.keys(weights) as Feature[]) {
    const weight = weights[feature];
    const column = features[feature];
    for (let person = 0; person < people; person++) {
      sums[person] = (sums[person] ?? 0) + weight * (column[person] ?? 0);
    }
  }
  return sums;
}

/** The k best, equal ones by login, each with their share among all. */
export function scoreShares(candidates: Scored[], k: number): Shared[] {
  const ranked = candidates.toSorted((a, b) => b.score - a.score || (a.login < b.login ? -1 : 1));
  const best = ranked[0]?.score ?? 0;
  let all = 0;
  for (const { score } of ranked) all += Math.exp(score - best);
  return ranked.slice(0, k).map((scored) => ({ ...scored, share: Math.exp(scored.score - best) / all }));
}

/** One number for each candidate, in their order. */
export type Column = Float64Array;

/** The log of each candidate's value; `least` stands for what cannot be told from nothing. */
export function logColumn(candidates: readonly number[], byPerson: Float64Array, least: number): Column {
  const column = new Float64Array(candidates.length);
  for (let at = 0; at < column.length; at++) column[at] = Math.log((byPerson[candidates[at] ?? 0] ?? 0) + least);
  return column;
}

/** A value of each candidate. */
export function columnOf(candidates: readonly number[], tell: (person: number) => number): Column {
  const column = new Float64Array(candidates.length);
  for (let at = 0; at < column.length; at++) column[at] = tell(candidates[at] ?? 0);
  return column;
}

/** The weighted sum of feature columns. */
export function weighFeatures<Feature extends string>(
  features: Record<Feature, Column>,
  weights: Record<Feature, number>,
  candidates: number,
): Column {
  const sums = new Float64Array(candidates);
  for (const feature of Object.keys(weights) as Feature[]) {
    const weight = weights[feature];
    const column = features[feature];
    for (let at = 0; at < candidates; at++) sums[at] = (sums[at] ?? 0) + weight * (column[at] ?? 0);
  }
  return sums;
}

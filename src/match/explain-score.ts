import type { PersonEvidence } from '../domain/suggestion.ts';
import type { Column } from './feature-columns.ts';
import type { Judgement } from './model-tuning.ts';

/** All that was weighed of one candidate beside the mean of all, what moved the score most first. */
export function explainScore<Feature extends string>(
  at: number,
  features: Record<Feature, Column>,
  { weights, shipped }: Pick<Judgement<Feature>, 'weights' | 'shipped'>,
  times: Partial<Record<Feature, number>>,
): PersonEvidence[] {
  const evidence = (Object.keys(weights) as Feature[]).map((feature) => {
    const value = features[feature][at] ?? 0;
    const meanValue = meanOf(features[feature]);
    const weight = weights[feature];
    const contribution = weight * (value - meanValue);
    return {
      feature,
      value,
      meanValue,
      weight,
      shippedWeight: shipped[feature],
      contribution,
      times: times[feature] ?? null,
    };
  });
  return evidence.sort(
    (a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || (a.feature < b.feature ? -1 : 1),
  );
}

/** Added in the order of size: candidates have no order of their own. */
function meanOf(column: Column): number {
  return column.toSorted().reduce((a, b) => a + b, 0) / Math.max(1, column.length);
}

import type { LabelEvidence } from './label-evidence-row.ts';

/** What is believed of a weight before a repository has taught any: how large, and how far those of repositories stray. */
export interface WeightBelief {
  mean: number;
  variance: number;
}

/**
 * Logistic regression over the labels of ten histories, each history weighing the same; variances are a part of those
 * between the histories, the part that served best where each history was left out.
 */
export const labelPrior: Record<keyof LabelEvidence | 'bias', WeightBelief> = {
  bias: { mean: 0.154, variance: 0.026 },
  everywhere: { mean: -0.295, variance: 0.0087 },
  lately: { mean: 0.187, variance: 0.11 },
  nearby: { mean: 0.112, variance: 0.072 },
  nearbyLately: { mean: 0.567, variance: 0.045 },
  words: { mean: 0.016, variance: 0.00098 },
  wordsBehind: { mean: 0.094, variance: 0.0066 },
  hasLine: { mean: -0.083, variance: 0.023 },
  margin: { mean: 1.551, variance: 0.021 },
  marginBehind: { mean: 0.264, variance: 0.017 },
  inTitle: { mean: 0.853, variance: 0.061 },
  anywhere: { mean: 0.572, variance: 0.06 },
  whole: { mean: 0.829, variance: 0.011 },
  rarest: { mean: 0.15, variance: 0.05 },
  type: { mean: 0.542, variance: 0.048 },
};

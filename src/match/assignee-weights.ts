import type { AssigneeFeature } from './assignee-features.ts';

/**
 * The first four are a conditional logit over four public issue histories, each with equal weight; fitted on three it
 * holds on the fourth. Those histories tell neither labels, authors nor changes before the answer: the rest is set by
 * hand, small beside the votes of similar threads, and decides only where no thread was ever taken.
 */
export const assigneeWeights: Record<AssigneeFeature, number> = {
  tookSimilar: 1.71,
  tookLately: 0.43,
  tookOverall: -0.86,
  sinceTaken: 0.23,
  tookLabels: 0.4,
  tookFromAuthor: 0.2,
  changedWords: 0.5,
  changedFiles: 0.5,
};

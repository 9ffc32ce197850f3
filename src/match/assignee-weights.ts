import type { AssigneeFeature } from './assignee-features.ts';

/**
 * The first nine are a conditional logit over thirteen public histories: who took the issues of four communities
 * (counted twice), who wrote the changes of eight and the issues of one, each told from title and body alone. Fitted
 * without a community they hold on it. Those histories tell neither labels, authors nor changes before the answer:
 * the rest is set by hand, small beside the votes of similar threads.
 */
export const assigneeWeights: Record<AssigneeFeature, number> = {
  tookSimilar: 0.62,
  tookSimilarLately: 0.45,
  tookLately: 0.15,
  tookOverall: -0.3,
  sinceTaken: 0.27,
  tookManner: 0.45,
  tookOpenings: 0.37,
  tookTitleWords: 0.25,
  tookAtHour: 1.4,
  tookLabels: 0.4,
  tookFromAuthor: 0.2,
  changedWords: 0.3,
  changedFiles: 0.3,
};

/** How far the weights of single communities stray from these: variances over the same histories, the least raised. */
export const assigneeWeightVariances: Record<AssigneeFeature, number> = {
  tookSimilar: 0.06,
  tookSimilarLately: 0.03,
  tookLately: 0.08,
  tookOverall: 0.09,
  sinceTaken: 0.07,
  tookManner: 0.08,
  tookOpenings: 0.03,
  tookTitleWords: 0.05,
  tookAtHour: 0.24,
  tookLabels: 0.1,
  tookFromAuthor: 0.1,
  changedWords: 0.1,
  changedFiles: 0.1,
};

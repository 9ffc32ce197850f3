import type { AssigneeFeature } from './assignee-features.ts';
import { assigneeWeights, assigneeWeightVariances } from './assignee-weights.ts';
import { assigneeLogOdds, reviewerLogOdds } from './probability.ts';
import type { ReviewerFeature } from './reviewer-features.ts';
import { reviewerWeights, reviewerWeightVariances } from './reviewer-weights.ts';
import type { Shipped } from './tuning.ts';

/** How far the mending of chances strays over the open histories, as variances. */
const MENDING = { shift: 0.1, slope: 0.05 };

export const shippedReviewers: Shipped<ReviewerFeature> = {
  weights: reviewerWeights,
  variances: reviewerWeightVariances,
  logOdds: reviewerLogOdds,
  mending: MENDING,
  doubt: 3,
};

export const shippedAssignees: Shipped<AssigneeFeature> = {
  weights: assigneeWeights,
  variances: assigneeWeightVariances,
  logOdds: assigneeLogOdds,
  mending: MENDING,
  doubt: 5,
};

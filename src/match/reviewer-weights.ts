import type { ReviewerFeature } from './reviewer-features.ts';

/**
 * A conditional logit over the ten public review histories of the benchmark, each history with equal weight.
 * `owns` is set by hand, since those histories come without CODEOWNERS: GitHub itself asks owners first.
 */
export const reviewerWeights: Record<ReviewerFeature, number> = {
  reviewedHere: 0.228,
  reviewedHereLately: 0.093,
  reviewedAuthor: 0.281,
  reviewedAuthorLast: 0.392,
  reviewsOverall: -0.274,
  reviewedLast: 0.227,
  actedLately: 0.315,
  awakeNow: 0.487,
  reviewedWords: 0.199,
  changedFirstFile: 0.063,
  changedFiles: 0.109,
  changedHereLast: 0.36,
  knowsOneFile: 0.159,
  owns: 5,
};

/** How far the weights that fit one history best stray from these, from history to history, as variances. */
export const reviewerWeightVariances: Record<ReviewerFeature, number> = {
  reviewedHere: 0.019,
  reviewedHereLately: 0.0044,
  reviewedAuthor: 0.0056,
  reviewedAuthorLast: 0.013,
  reviewsOverall: 0.01,
  reviewedLast: 0.012,
  actedLately: 0.018,
  awakeNow: 0.069,
  reviewedWords: 0.002,
  changedFirstFile: 0.011,
  changedFiles: 0.0022,
  changedHereLast: 0.011,
  knowsOneFile: 0.0088,
  owns: 0.01,
};

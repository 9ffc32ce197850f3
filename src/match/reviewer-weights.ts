import type { ReviewerFeature } from './reviewer-features.ts';

/**
 * A conditional logit over the ten public review histories of the benchmark, each history with equal weight.
 * `owns` is set by hand, since those histories come without CODEOWNERS: GitHub itself asks owners first.
 */
export const reviewerWeights: Record<ReviewerFeature, number> = {
  reviewedHere: 0.203,
  reviewedHereLately: 0.11,
  reviewedAuthor: 0.252,
  reviewedAuthorLast: 0.385,
  reviewsOverall: -0.242,
  reviewedLast: 0.222,
  actedLately: 0.303,
  awakeNow: 0.507,
  reviewedWords: 0.165,
  reviewedTitles: 0.233,
  changedFirstFile: 0.088,
  changedFiles: 0.094,
  changedHereLast: 0.446,
  knowsOneFile: 0.174,
  owns: 5,
};

/** How far the weights that fit one history best stray from these, from history to history, as variances. */
export const reviewerWeightVariances: Record<ReviewerFeature, number> = {
  reviewedHere: 0.015,
  reviewedHereLately: 0.0026,
  reviewedAuthor: 0.005,
  reviewedAuthorLast: 0.015,
  reviewsOverall: 0.0082,
  reviewedLast: 0.0041,
  actedLately: 0.0093,
  awakeNow: 0.061,
  reviewedWords: 0.0054,
  reviewedTitles: 0.0056,
  changedFirstFile: 0.014,
  changedFiles: 0.0022,
  changedHereLast: 0.013,
  knowsOneFile: 0.0028,
  owns: 0.01,
};

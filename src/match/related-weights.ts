import type { RelatedFeature } from './related-features.ts';

/** How features of one kind of content become the chance that it is what is looked for. */
export interface RelatedWeights {
  base: number;
  weights: Partial<Record<RelatedFeature, number>>;
}

/**
 * A conditional logit over three histories, which of the threads found a duplicate names; base and scale are fitted to
 * how often each was it. Fitted without a community they hold on it within 0.01 of its top-5.
 */
export const threadWeights: RelatedWeights = {
  base: -4.93,
  weights: {
    shareOfBest: 2.18,
    logShareOfBest: 1.88,
    daysOld: 1.25,
    monthsOld: 0.21,
    yearsOld: 0.54,
    length: -2.93,
    itsTitleInTitle: -1.69,
    titleInText: 2.09,
    itsTitleInBody: 1.46,
    letters: 0.37,
    lettersOfBest: 1.86,
    commonBody: 1.89,
    rareWords: 1.08,
  },
};

/** The same over four histories: which page of the documentation a change touched. */
export const documentWeights: RelatedWeights = {
  base: -6.65,
  weights: {
    shareOfBest: 3.58,
    logShareOfBest: 0.67,
    depth: -2.88,
    length: 2.16,
    itsTitleInTitle: 4.68,
    itsTitleInBody: 4,
    letters: 1.25,
  },
};

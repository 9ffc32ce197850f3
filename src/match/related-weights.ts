import type { RelatedFeature } from './related-features.ts';

/** How features of one kind of content become the chance that it is what is looked for. */
export interface RelatedWeights {
  base: number;
  weights: Partial<Record<RelatedFeature, number>>;
}

/**
 * A conditional logit over three histories that count alike, which of the threads found a duplicate names; base and
 * scale are fitted to how often each was it. Fitted without a community they hold on it within 0.012 of its top-5.
 */
export const threadWeights: RelatedWeights = {
  base: -5.79,
  weights: {
    shareOfBest: 1.77,
    logShareOfBest: 1.47,
    monthsOld: 0.98,
    yearsOld: 1.33,
    length: -3.13,
    itsTitleInTitle: -0.93,
    titleInText: 2.76,
    itsTitleInBody: 1.83,
    lettersOfBest: 1.44,
    commonBody: 1.55,
    rareWords: 1.06,
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

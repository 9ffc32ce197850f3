/**
 * Log odds that a suggested reviewer is among those who really review. `share` is theirs of all scores, `usual` how
 * many review a change here. A logistic fitted on ten public histories.
 */
export function reviewerLogOdds(share: number, usual: number): number {
  return 0.08 + 0.96 * logOddsOf(chanceAmong(share, usual)) + 0.53 * Math.log(Math.max(1, usual));
}

/** The same of somebody suggested to take a task; `usual` is how many take one. */
export function assigneeLogOdds(share: number, usual: number): number {
  return logOddsOf(chanceAmong(share, usual));
}

/** While few answers are known, the right one may well be somebody of whom nothing is known. */
export function ceilingAfter(known: number, doubt: number): number {
  return (known + 1) / (known + 1 + doubt);
}

export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** The chance to be drawn at least once in so many draws. */
function chanceAmong(share: number, draws: number): number {
  return 1 - (1 - share) ** Math.max(1, draws);
}

/** Nothing is surer than this: what is not looked at can always decide. */
const SUREST = 1 - 1e-4;

function logOddsOf(chance: number): number {
  const bounded = Math.min(SUREST, Math.max(1 - SUREST, chance));
  return Math.log(bounded / (1 - bounded));
}

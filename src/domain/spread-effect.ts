import type { RankingScores } from './ranking-scores.ts';

/** Files at risk: touched in the year before, and known to at most one person who is still there. */
export interface SpreadEffect {
  /** As it really went. */
  filesAtRisk: number;
  giniOfReviews: number;
  /** Had the first of those suggested reviewed, as many as really did, with `spreadKnowledge` off and on. */
  off: SpreadOutcome;
  on: SpreadOutcome;
}

export interface SpreadOutcome {
  filesAtRisk: number;
  /** How unevenly the suggestions lie on people: 0 even, 1 all on one. */
  gini: number;
  scores: RankingScores;
}

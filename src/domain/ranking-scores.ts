/** How good ranked answers are, over all questions. */
export interface RankingScores {
  questions: number;
  top1: number;
  top3: number;
  top5: number;
  /** Mean of 1 / place of the first right answer, 0 where it is not among the first ten. */
  mrr: number;
  /** Mean share of the right answers among the first five. */
  recall5: number;
}

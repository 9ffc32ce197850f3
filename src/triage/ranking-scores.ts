import type { RankingScores } from '../domain/ranking-scores.ts';

export interface RankingTally {
  count(answers: readonly string[], right: ReadonlySet<string>): void;
  scores(): RankingScores;
}

const RANKED = 10;

export function createRankingTally(): RankingTally {
  const sums = { questions: 0, top1: 0, top3: 0, top5: 0, mrr: 0, recall5: 0 };
  return {
    count(answers, right) {
      const reciprocal = reciprocalRank(answers, right);
      sums.questions++;
      sums.recall5 += answers.slice(0, 5).filter((answer) => right.has(answer)).length / right.size;
      sums.mrr += reciprocal;
      if (reciprocal === 1) sums.top1++;
      if (reciprocal >= 1 / 3) sums.top3++;
      if (reciprocal >= 1 / 5) sums.top5++;
    },
    scores() {
      const { questions, ...rest } = sums;
      const of = Math.max(1, questions);
      return {
        questions,
        top1: rest.top1 / of,
        top3: rest.top3 / of,
        top5: rest.top5 / of,
        mrr: rest.mrr / of,
        recall5: rest.recall5 / of,
      };
    },
  };
}

/** 1 / place of the first right answer, 0 where it is not among the first ten. */
export function reciprocalRank(answers: readonly string[], right: ReadonlySet<string>): number {
  const place = answers.slice(0, RANKED).findIndex((answer) => right.has(answer));
  return place < 0 ? 0 : 1 / (place + 1);
}

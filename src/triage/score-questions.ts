import type { BaselineKind } from '../domain/backtest-report.ts';
import type { RankingScores } from '../domain/ranking-scores.ts';
import type { AskedQuestion, GivenAnswer } from './asked-question.ts';
import { createRankingTally } from './ranking-scores.ts';

/** Of the answers given, or of a naive way to answer. */
export function scoreQuestions(questions: readonly AskedQuestion[], by: BaselineKind | 'model'): RankingScores {
  const tally = createRankingTally();
  for (const question of questions) tally.count(namesBy(question, by), question.right);
  return tally.scores();
}

export function namesBy({ given, naive }: AskedQuestion, by: BaselineKind | 'model'): readonly string[] {
  return by === 'model' ? namesOf(given) : (naive.get(by) ?? []);
}

export function namesOf(given: readonly GivenAnswer[]): string[] {
  return given.map(({ name }) => name);
}

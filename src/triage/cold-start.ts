import type { ColdScores } from '../domain/backtest-report.ts';
import type { AskedQuestion } from './asked-question.ts';
import { scoreQuestions } from './score-questions.ts';

/** A repository is young while so few facts with an answer are known. */
const YOUNG = [10, 50, 200] as const;

/** Until so many facts with an answer are known, every one is asked about. */
export const YOUNG_BELOW: number = YOUNG[2];

/** How good the answers are where little is known. */
export function coldStart(questions: readonly AskedQuestion[]): ColdScores[] {
  const counted = questions.filter((question) => question.counted);
  return [
    ...YOUNG.map((below) => ({
      kind: 'early' as const,
      below,
      scores: scoreOf(questions.filter(({ known }) => known < below)),
    })),
    { kind: 'new-directory', scores: scoreOf(counted.filter(({ newDirectory }) => newDirectory)) },
    { kind: 'new-author', scores: scoreOf(counted.filter(({ newAuthor }) => newAuthor)) },
  ];
}

function scoreOf(questions: AskedQuestion[]): ColdScores['scores'] {
  return scoreQuestions(questions, 'model');
}

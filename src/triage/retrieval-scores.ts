import type { RetrievalScores, RightKind } from '../domain/retrieval.ts';
import type { AskedQuestion } from './asked-question.ts';
import { reciprocalRank } from './ranking-scores.ts';
import { namesOf } from './score-questions.ts';

type Answered = Pick<AskedQuestion, 'right' | 'given' | 'kinds'>;

const KINDS = ['thread', 'document', 'unknown'] as const satisfies RightKind[];

/** Of all right answers, then of each kind that there is; places are those in the one list that is given. */
export function retrievalScores(questions: readonly Answered[]): RetrievalScores[] {
  return [scoresOf('all', questions), ...KINDS.map((kind) => scoresOf(kind, ofKind(questions, kind)))].filter(
    ({ kind, questions: of }) => kind === 'all' || of > 0,
  );
}

function ofKind(questions: readonly Answered[], kind: RightKind): Answered[] {
  return questions.flatMap((question) => {
    const right = new Set([...question.right].filter((name) => (question.kinds.get(name) ?? 'unknown') === kind));
    return right.size === 0 ? [] : [{ ...question, right }];
  });
}

function scoresOf(kind: RetrievalScores['kind'], questions: readonly Answered[]): RetrievalScores {
  const mean = (of: (answers: string[], right: ReadonlySet<string>) => number) =>
    questions.reduce((sum, { given, right }) => sum + of(namesOf(given), right), 0) / Math.max(1, questions.length);
  const recall = (first: number) =>
    mean((answers, right) => answers.slice(0, first).filter((answer) => right.has(answer)).length / right.size);
  return {
    kind,
    questions: questions.length,
    recall1: recall(1),
    recall3: recall(3),
    recall5: recall(5),
    recall10: recall(10),
    mrr: mean(reciprocalRank),
  };
}

import type { Span } from '../domain/backtest-report.ts';
import type { AskedQuestion } from './asked-question.ts';
import { scoreQuestions } from './score-questions.ts';

const MOST_SPANS = 12;
/** With fewer questions a span shows chance only. */
const QUESTIONS_A_SPAN = 25;

/** How the scores go over time: spans with equal numbers of questions, oldest first; none where times cannot be read. */
export function scoreSpans(questions: readonly AskedQuestion[]): Span[] {
  if (questions.some(({ time }) => Number.isNaN(time))) return [];
  const count = Math.min(MOST_SPANS, Math.floor(questions.length / QUESTIONS_A_SPAN));
  return Array.from({ length: count }, (_, at) => {
    const from = Math.round((at * questions.length) / count);
    return spanOf(questions.slice(from, Math.round(((at + 1) * questions.length) / count)));
  });
}

function spanOf(questions: AskedQuestion[]): Span {
  const { top1, mrr } = scoreQuestions(questions, 'model');
  const times = questions.map(({ time }) => time);
  return {
    from: isoTime(Math.min(...times)),
    to: isoTime(Math.max(...times)),
    questions: questions.length,
    top1,
    mrr,
    naiveMrr: questions[0]?.naive.has('most-active') ? scoreQuestions(questions, 'most-active').mrr : null,
  };
}

export function isoTime(time: number): string {
  return new Date(time).toISOString();
}

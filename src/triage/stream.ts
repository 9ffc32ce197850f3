import type { RepositoryModel } from '../match/repository-model.ts';
import { parseStreamLine, type StreamQuery } from './stream-line.ts';

/**
 * The line protocol: a fact is learnt and answered by nothing (null), a question by one line,
 * a line that is not understood by one line that says why; blank lines are passed over.
 */
export function createStream(model: RepositoryModel): (line: string) => string | null {
  let number = 0;
  return (line) => {
    number++;
    const trimmed = line.trim();
    if (trimmed === '') return null;
    const parsed = parseStreamLine(trimmed);
    if (typeof parsed === 'string') return JSON.stringify({ error: { line: number, message: parsed } });
    if ('query' in parsed) return JSON.stringify(answer(model, parsed.query));
    model.learn(parsed.fact);
    return null;
  };
}

function answer(model: RepositoryModel, { id, time, want, k, item }: StreamQuery): object {
  const options = { at: time, k };
  const answers: Record<string, unknown> = { id };
  for (const wanted of want) {
    switch (wanted) {
      case 'reviewers':
      case 'assignees':
        answers[wanted] = model[wanted](item, options);
        break;
      case 'labels':
        answers.labels = model.labels(item, options).map(({ name, probability }) => ({ name, probability }));
        break;
      case 'related':
        answers.related = model.related(item, options).map(({ id, score, reasons }) => ({ id, score, reasons }));
        break;
    }
  }
  return answers;
}

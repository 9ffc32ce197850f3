import type { AskedQuestion } from '../../src/triage/asked-question.ts';

/** `given`: names with the probability promised for each, best first. */
export function aQuestion(
  given: Record<string, number>,
  right: string[],
  rest: Partial<AskedQuestion> = {},
): AskedQuestion {
  return {
    time: 0,
    right: new Set(right),
    kinds: new Map(),
    given: Object.entries(given).map(([name, probability]) => ({ name, probability })),
    naive: new Map(),
    directory: null,
    known: 1000,
    answerable: true,
    newDirectory: false,
    newAuthor: false,
    counted: true,
    ...rest,
  };
}

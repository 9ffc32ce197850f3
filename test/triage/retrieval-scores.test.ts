import { describe, expect, it } from '@jest/globals';
import type { RightKind } from '../../src/domain/retrieval.ts';
import { retrievalScores } from '../../src/triage/retrieval-scores.ts';
import { aQuestion } from './a-question.ts';

function asked(answers: string[], right: Record<string, RightKind>) {
  const given = answers.map((name) => ({ name, probability: 0 }));
  return aQuestion({}, Object.keys(right), { given, kinds: new Map(Object.entries(right)) });
}

describe('how much of what is right is found', () => {
  it('is told of all content and of each kind, by places in the one list', () => {
    const scores = retrievalScores([
      asked(['t1', 'doc', 't2', 't3'], { t1: 'thread', doc: 'document', t3: 'thread' }),
      asked(['t9', 't8'], { t5: 'thread' }),
    ]);

    expect(scores).toEqual([
      { kind: 'all', questions: 2, recall1: 1 / 6, recall3: 1 / 3, recall5: 1 / 2, recall10: 1 / 2, mrr: 1 / 2 },
      { kind: 'thread', questions: 2, recall1: 1 / 4, recall3: 1 / 4, recall5: 1 / 2, recall10: 1 / 2, mrr: 1 / 2 },
      { kind: 'document', questions: 1, recall1: 0, recall3: 1, recall5: 1, recall10: 1, mrr: 1 / 2 },
    ]);
  });

  it('sets apart what nobody had told of', () => {
    const scores = retrievalScores([asked(['t1'], { later: 'unknown' })]);

    expect(scores.map(({ kind, recall10 }) => [kind, recall10])).toEqual([
      ['all', 0],
      ['unknown', 0],
    ]);
  });

  it('is nothing of nothing', () => {
    expect(retrievalScores([])).toEqual([
      { kind: 'all', questions: 0, recall1: 0, recall3: 0, recall5: 0, recall10: 0, mrr: 0 },
    ]);
  });
});

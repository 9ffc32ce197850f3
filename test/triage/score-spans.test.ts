import { describe, expect, it } from '@jest/globals';
import { scoreSpans } from '../../src/triage/score-spans.ts';
import { aQuestion } from './a-question.ts';

const DAY_MS = 86_400_000;

describe('spans of time', () => {
  function asked(count: number, right: (n: number) => string) {
    return Array.from({ length: count }, (_, n) =>
      aQuestion({ ann: 1, bob: 1 }, [right(n)], { time: n * DAY_MS, naive: new Map([['most-active', ['bob']]]) }),
    );
  }

  it('hold equal numbers of questions, with the scores of each', () => {
    const spans = scoreSpans(asked(50, (n) => (n < 25 ? 'ann' : 'bob')));

    expect(spans).toEqual([
      {
        from: '1970-01-01T00:00:00.000Z',
        to: '1970-01-25T00:00:00.000Z',
        questions: 25,
        top1: 1,
        mrr: 1,
        naiveMrr: 0,
      },
      {
        from: '1970-01-26T00:00:00.000Z',
        to: '1970-02-19T00:00:00.000Z',
        questions: 25,
        top1: 0,
        mrr: 1 / 2,
        naiveMrr: 1,
      },
    ]);
  });

  it('are twelve at most, and none with too few questions', () => {
    const spans = scoreSpans(asked(310, () => 'ann'));

    expect(spans).toHaveLength(12);
    expect(spans.reduce((sum, { questions }) => sum + questions, 0)).toBe(310);
    expect(scoreSpans(asked(24, () => 'ann'))).toEqual([]);
  });
});

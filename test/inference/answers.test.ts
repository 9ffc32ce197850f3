import { describe, expect, it } from '@jest/globals';
import { askedLabelsInAnswer, labelsInAnswer, nestedLabels } from '../../src/inference/labels-in-answer.ts';
import { ModelError } from '../../src/inference/model-error.ts';
import { loadingMs, retryAfterMs } from '../../src/inference/retry-after.ts';
import { sentText, withPrefix } from '../../src/inference/sent-text.ts';
import { vectorsInAnswer } from '../../src/inference/vectors-in-answer.ts';

const vector = (first: number) => [first, 2, 3, 4, 5, 6, 7, 8];

describe('vectorsInAnswer', () => {
  it.each([
    ['pooled vectors', [vector(1), vector(9)]],
    ['a vector for each token', [[vector(0), vector(2)], [vector(9)]]],
    ['a list of token vectors in a list', [[[vector(0), vector(2)]], [[vector(9)]]]],
  ])('reads %s', (_, answer) => {
    expect(vectorsInAnswer(answer, 2)).toEqual([vector(1), vector(9)]);
  });

  it.each([
    ['an error', { error: 'x' }],
    ['too few', [vector(1)]],
    ['too many', [vector(1), vector(1), vector(1)]],
    ['lengths that differ', [vector(1), [...vector(1), 9]]],
    ['token vectors whose lengths differ', [[vector(1), [1]], vector(1)]],
    ['null in place of a number', [vector(1), [...vector(1).slice(1), null]]],
    ['infinity', [vector(1), vector(Number.POSITIVE_INFINITY)]],
    ['text', ['a', 'b']],
    ['nothing', [[], []]],
    ['few numbers', [[1], [2]]],
    ['a number alone', [1, 2]],
  ])('refuses %s', (_, answer) => {
    expect(() => vectorsInAnswer(answer, 2)).toThrow(ModelError);
  });
});

describe('labels in an answer', () => {
  it('come best first', () => {
    const answer = [
      { label: 'bug', score: 0.1 },
      { label: 'docs', score: 1.0000001 },
    ];

    expect(labelsInAnswer(answer)).toEqual([
      { label: 'docs', score: 1 },
      { label: 'bug', score: 0.1 },
    ]);
    expect(nestedLabels(answer)).toEqual([answer]);
    expect(nestedLabels([answer])).toEqual([answer]);
  });

  it.each([
    ['nothing', []],
    ['no list', { label: 'bug', score: 1 }],
    ['a score above 1', [{ label: 'bug', score: 1.5 }]],
    ['no score', [{ label: 'bug' }]],
    ['a score that is none', [{ label: 'bug', score: Number.NaN }]],
    ['no label', [{ score: 1 }]],
    ['a label without end', [{ label: 'x'.repeat(10_000), score: 1 }]],
    [
      'a label twice',
      [
        { label: 'bug', score: 1 },
        { label: 'bug', score: 0 },
      ],
    ],
  ])('are refused where there is %s', (_, answer) => {
    expect(() => labelsInAnswer(answer)).toThrow(ModelError);
  });

  it('are refused where others were asked for', () => {
    expect(() => askedLabelsInAnswer([{ label: 'bug', score: 1 }], ['docs'])).toThrow(ModelError);
    expect(() => askedLabelsInAnswer([{ label: 'bug', score: 1 }], ['bug', 'docs'])).toThrow(ModelError);
  });
});

describe('how long to wait', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');

  it.each([
    [null, null],
    ['7', 7_000],
    ['0', 0],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['-5', null],
    ['soon', null],
  ])('Retry-After: %s means %s ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  it('is what a model that loads says', () => {
    expect(loadingMs({ error: 'Model is loading', estimated_time: 20.5 })).toBe(20_500);
    expect(
      [null, 'x', {}, { estimated_time: 'x' }, { estimated_time: -1 }, { estimated_time: 1e9 }].map(loadingMs),
    ).toEqual([null, null, null, null, null, null]);
  });
});

describe('what is sent of a text', () => {
  it('is cut, and never within a character', () => {
    expect(sentText('a'.repeat(5_000))).toHaveLength(2_000);
    expect(sentText(`${'a'.repeat(1_999)}😀`)).toBe('a'.repeat(1_999));
    expect(sentText(' \n ')).toBe('');
  });

  it('begins with a word that models of the E5 family were trained with', () => {
    expect(withPrefix('intfloat/multilingual-e5-small', 'x')).toBe('query: x');
    expect(withPrefix('acme/e5-tuned', 'x')).toBe('query: x');
    expect(withPrefix('BAAI/bge-small-en-v1.5', 'x')).toBe('x');
  });
});

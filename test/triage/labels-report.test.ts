import { describe, expect, it } from '@jest/globals';
import { labelsReport } from '../../src/triage/labels-report.ts';
import { aQuestion } from './a-question.ts';

const limits = { minPrecision: 0.8, max: 2 };

describe('the report on labels', () => {
  it('is of what would be shown: sure enough, and not more than allowed', () => {
    const { shown } = labelsReport([aQuestion({ a: 0.95, b: 0.9, c: 0.85, d: 0.5 }, ['a', 'c', 'd'])], limits);

    expect(shown.labels.map(({ name, given }) => [name, given])).toEqual([
      ['a', 1],
      ['c', 0],
      ['d', 0],
      ['b', 1],
    ]);
    expect(shown.micro).toMatchObject({ precision: 1 / 2, recall: 1 / 3, support: 3 });
  });

  it('is also of what was put first, however unsure', () => {
    const { first, shown } = labelsReport([aQuestion({ a: 0.3, b: 0.2 }, ['a'])], limits);

    expect(first.micro).toMatchObject({ precision: 1, recall: 1 });
    expect(shown.micro).toMatchObject({ precision: 0, recall: 0 });
  });

  it('judges the order of all labels by their average precision', () => {
    const { averagePrecision } = labelsReport(
      [aQuestion({ a: 0.3, b: 0.2 }, ['a']), aQuestion({ a: 0.4, b: 0.1 }, ['b'])],
      limits,
    );

    // a: second of two (1/2); b: second of two (1/2).
    expect(averagePrecision).toBe(0.5);
  });

  it('tells whether each question has one right label', () => {
    expect(labelsReport([aQuestion({}, ['a']), aQuestion({}, ['b'])], limits).singleLabel).toBe(true);
    expect(labelsReport([aQuestion({}, ['a']), aQuestion({}, ['a', 'b'])], limits).singleLabel).toBe(false);
  });
});

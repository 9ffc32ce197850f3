import { describe, expect, it } from '@jest/globals';
import type { LabelScores } from '../../src/domain/classification.ts';
import { classificationReport } from '../../src/triage/classification-report.ts';

function aQuestion(right: string[], decided: string[], given: Record<string, number> = {}) {
  return {
    right: new Set(right),
    decided: new Set(decided),
    given: Object.entries(given).map(([name, probability]) => ({ name, probability })),
  };
}

/** Five issues; scikit-learn 1.x was asked about the same ones. */
const five = [
  aQuestion(['bug'], ['bug'], { bug: 0.9, ui: 0.4 }),
  aQuestion(['bug', 'ui'], ['bug', 'docs'], { bug: 0.9, docs: 0.8, ui: 0.4 }),
  aQuestion(['docs'], [], { bug: 0.5, docs: 0.3 }),
  aQuestion(['ui'], ['ui', 'bug'], { ui: 0.85, bug: 0.8 }),
  aQuestion(['rare', 'bug'], ['bug'], { bug: 0.9, ui: 0.2 }),
];

function named(labels: LabelScores[], name: string): LabelScores | undefined {
  return labels.find((label) => label.name === name);
}

describe('the classification report', () => {
  it('counts each label by hand: 3 of 4 times bug was right, and every bug was found', () => {
    const { labels } = classificationReport(five);

    expect(labels.map(({ name }) => name)).toEqual(['bug', 'ui', 'docs', 'rare']);
    expect(named(labels, 'bug')).toEqual({
      name: 'bug',
      precision: 3 / 4,
      recall: 3 / 3,
      f1: 6 / 7,
      support: 3,
      given: 4,
      from: 0.8,
      averagePrecision: 1,
    });
    expect(named(labels, 'ui')).toMatchObject({ precision: 1, recall: 1 / 2, f1: 2 / 3, support: 2, given: 1 });
  });

  it('gives 0 where a label was never given, or given and never right', () => {
    const { labels } = classificationReport(five);

    expect(named(labels, 'rare')).toMatchObject({ precision: 0, recall: 0, f1: 0, support: 1, given: 0, from: null });
    expect(named(labels, 'docs')).toMatchObject({ precision: 0, recall: 0, f1: 0, support: 1, given: 1 });
  });

  it.each([
    ['micro', { precision: 2 / 3, recall: 4 / 7, f1: 8 / 13 }],
    ['macro', { precision: 0.4375, recall: 0.375, f1: 0.38095238095238093 }],
    ['weighted', { precision: 0.6071428571428571, recall: 0.5714285714285714, f1: 0.5578231292517006 }],
    ['samples', { precision: 0.6, recall: 0.6, f1: 0.5666666666666667 }],
  ] as const)('has the %s average that scikit-learn has', (average, { precision, recall, f1 }) => {
    const scores = classificationReport(five)[average];

    expect(scores.precision).toBeCloseTo(precision, 12);
    expect(scores.recall).toBeCloseTo(recall, 12);
    expect(scores.f1).toBeCloseTo(f1, 12);
    expect(scores.support).toBe(7);
  });

  it.each([
    ['bug', 1],
    ['docs', 0.5],
    ['rare', 0.2],
    ['ui', 5 / 6],
  ])(
    'has the average precision of %s that scikit-learn has, with answers alike and answers not given',
    (name, value) => {
      expect(named(classificationReport(five).labels, name)?.averagePrecision).toBeCloseTo(value, 12);
    },
  );

  it('has no average precision where a label was never right', () => {
    const { labels } = classificationReport([aQuestion(['bug'], ['wish'], { wish: 0.9 })]);

    expect(named(labels, 'wish')).toMatchObject({ support: 0, given: 1, averagePrecision: null });
  });

  it('has one micro precision, recall and F1 where each question has one label and one answer: the accuracy', () => {
    const { micro } = classificationReport([
      aQuestion(['bug'], ['bug']),
      aQuestion(['wish'], ['bug']),
      aQuestion(['wish'], ['wish']),
      aQuestion(['bug'], ['wish']),
    ]);

    expect(micro).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5, support: 4 });
  });

  it('is zeros where nothing was asked', () => {
    const zeros = { precision: 0, recall: 0, f1: 0, support: 0 };

    expect(classificationReport([])).toEqual({
      labels: [],
      micro: zeros,
      macro: zeros,
      weighted: zeros,
      samples: zeros,
    });
  });
});

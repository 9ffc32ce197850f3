import { describe, expect, it } from '@jest/globals';
import { coverageAt, coverageCurve } from '../../src/triage/coverage-curve.ts';
import { aQuestion } from './a-question.ts';

const questions = [
  aQuestion({ ann: 0.9, bob: 0.6, cas: 0.55 }, ['ann', 'cas']),
  aQuestion({ ann: 0.5, bob: 0.1 }, ['bob']),
  aQuestion({ bob: 0.4 }, ['bob']),
  aQuestion({}, ['ann']),
];

describe('coverage against precision', () => {
  it('counts who is shown at a threshold, the threshold itself included, at most so many', () => {
    expect(coverageAt(questions, 0.5, 2)).toEqual({
      minPrecision: 0.5,
      answered: 2,
      coverage: 0.5,
      shown: 3,
      right: 1,
      precision: 1 / 3,
      promised: 2 / 3,
    });
    expect(coverageAt(questions, 0.5, 3)).toMatchObject({ shown: 4, right: 2 });
  });

  it('knows no precision where nothing is shown', () => {
    expect(coverageAt(questions, 0.95, 2)).toMatchObject({ coverage: 0, shown: 0, precision: null });
    expect(coverageAt([], 0.5, 2)).toMatchObject({ coverage: 0, precision: null });
  });

  it('goes from 0.05 to 0.95 in steps of 0.05, and passes the configured values on', () => {
    const { curve, max, minPrecision } = coverageCurve(questions, { minPrecision: 0.5, max: 2 });

    expect(curve).toHaveLength(19);
    expect(curve[0]).toMatchObject({ minPrecision: 0.05, shown: 5 });
    expect(curve[9]).toEqual(coverageAt(questions, 0.5, 2));
    expect(curve[18]?.minPrecision).toBe(0.95);
    expect({ max, minPrecision }).toEqual({ max: 2, minPrecision: 0.5 });
  });

  it('judges the promise only where 200 were shown', () => {
    const certain = (right: number, shown: number) =>
      Array.from({ length: shown }, (_, n) => aQuestion({ ann: 0.7 }, [n < right ? 'ann' : 'bob']));
    const promise = (right: number, shown: number) =>
      coverageCurve(certain(right, shown), { minPrecision: 0.5, max: 2 }).promise;

    expect(promise(199, 199)).toMatchObject({ judged: 0, kept: 0, honest: 0 });
    // 65 % right is within 5 points of 0.7, the highest of fourteen settings that show them; 64 % is not.
    expect(promise(130, 200)).toMatchObject({ judged: 14, kept: 14 });
    expect(promise(132, 200)).toMatchObject({ honest: 14 });
    expect(promise(128, 200)).toMatchObject({ judged: 14, kept: 13, honest: 0 });
  });
});

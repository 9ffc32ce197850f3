import { describe, expect, it } from '@jest/globals';
import { createPastPrecision, type PastAnswer } from '../../src/match/past-precision.ts';

function answers(name: string, chance: number, right: number, of: number): PastAnswer[] {
  return Array.from({ length: of }, (_, at) => ({ name, chance, right: at < right }));
}

describe('past precision', () => {
  it('is near the share that came true where much was seen', () => {
    const precision = createPastPrecision([...answers('kept', 0.7, 190, 200), ...answers('broken', 0.9, 100, 200)]);

    expect(precision('kept', 0.7)).toBeGreaterThan(0.8);
    expect(precision('kept', 0.8)).toBeGreaterThan(0.9);
    expect(precision('broken', 0.9)).toBeLessThan(0.55);
  });

  it('is below what is promised where little was seen', () => {
    const precision = createPastPrecision(answers('rare', 0.9, 1, 1));

    expect(precision('rare', 0.9)).toBeLessThan(0.9);
    expect(precision('unknown', 0.85)).toBeLessThan(0.8);
  });

  it('is not far beyond the chance of an answer, however well surer ones did', () => {
    const precision = createPastPrecision(answers('bug', 0.95, 300, 300));

    expect(precision('bug', 0.5)).toBeCloseTo(0.65, 5);
  });

  it('never falls as the chance rises', () => {
    const precision = createPastPrecision([
      ...answers('bug', 0.3, 5, 10),
      ...answers('bug', 0.6, 28, 30),
      ...answers('bug', 0.8, 2, 6),
    ]);
    const rising = Array.from({ length: 20 }, (_, at) => precision('bug', (at + 1) / 20));

    expect(rising).toEqual(rising.toSorted((a, b) => a - b));
  });

  it('does not depend on the order of answers', () => {
    const past = [...answers('bug', 0.5, 3, 9), ...answers('bug', 0.7, 8, 9), ...answers('wish', 0.9, 2, 2)];

    const [some, others] = [createPastPrecision(past), createPastPrecision(past.toReversed())];

    for (const chance of [0.1, 0.5, 0.6, 0.7, 0.9]) expect(others('bug', chance)).toBe(some('bug', chance));
  });
});

import { describe, expect, it } from '@jest/globals';
import { reliability } from '../../src/triage/reliability.ts';
import { aQuestion } from './a-question.ts';

describe('reliability', () => {
  it('tells for each tenth what was promised and what came true', () => {
    const { tenths } = reliability([
      aQuestion({ ann: 0.82, bob: 0.25 }, ['ann']),
      aQuestion({ ann: 0.88, bob: 0.2 }, ['bob']),
    ]);

    expect(tenths).toHaveLength(10);
    expect(tenths[2]).toEqual({ from: 0.2, count: 2, promised: 0.225, cameTrue: 0.5 });
    expect(tenths[8]).toEqual({ from: 0.8, count: 2, promised: 0.85, cameTrue: 0.5 });
    expect(tenths[5]).toEqual({ from: 0.5, count: 0, promised: null, cameTrue: null });
  });

  it('means the gaps of the tenths by how many answers each has', () => {
    const { error } = reliability([
      aQuestion({ ann: 0.82, bob: 0.25 }, ['ann']),
      aQuestion({ ann: 0.88, bob: 0.2 }, ['bob']),
    ]);

    // Two answers 0.275 too low, two 0.35 too high.
    expect(error).toBeCloseTo((2 * 0.275 + 2 * 0.35) / 4, 12);
  });

  it('takes a promise of 1 as of the last tenth, and judges no more than three answers', () => {
    const { tenths, error } = reliability([aQuestion({ a: 1, b: 0.05, c: 0.05, d: 0.05 }, ['a'])]);

    expect(tenths[9]).toMatchObject({ count: 1, promised: 1, cameTrue: 1 });
    expect(tenths[0]?.count).toBe(2);
    expect(error).toBeCloseTo(0.1 / 3, 12);
  });

  it('is perfect where nothing was promised', () => {
    expect(reliability([]).error).toBe(0);
  });
});

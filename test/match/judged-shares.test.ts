import { describe, expect, it } from '@jest/globals';
import { judgedShares, WEIGHED_CANDIDATES } from '../../src/match/judged-shares.ts';

const nameOf = (person: number) => `p${String(person).padStart(3, '0')}`;

/** Candidates 1, 2, ... with the given values of two features. */
function judged(rows: [number, number][], weights: { a: number; b: number }, k: number) {
  const candidates = rows.map((_, at) => at + 1);
  const features = { a: Float64Array.from(rows, ([a]) => a), b: Float64Array.from(rows, ([, b]) => b) };
  return judgedShares({ candidates, features, weights, shipped: { a: 1, b: 0 } }, k, nameOf);
}

describe('the shares of candidates', () => {
  it('are those of the shipped weights where nothing was learnt', () => {
    const shares = judged(
      [
        [Math.log(3), 5],
        [0, 9],
      ],
      { a: 1, b: 0 },
      2,
    );

    expect(shares.map(({ login }) => login)).toEqual(['p001', 'p002']);
    expect(shares.map(({ share }) => share)).toEqual([expect.closeTo(0.75, 6), expect.closeTo(0.25, 6)]);
  });

  it('follow the weights that were learnt, and so does the order', () => {
    const shares = judged(
      [
        [Math.log(3), 0],
        [0, Math.log(9)],
      ],
      { a: 0, b: 1 },
      2,
    );

    expect(shares.map(({ login }) => login)).toEqual(['p002', 'p001']);
    expect(shares.map(({ share }) => share)).toEqual([expect.closeTo(0.9, 6), expect.closeTo(0.1, 6)]);
  });

  it('leave to those far behind what the shipped weights gave them', () => {
    const best: [number, number][] = Array.from({ length: WEIGHED_CANDIDATES }, () => [1, 0]);
    const behind: [number, number][] = Array.from({ length: WEIGHED_CANDIDATES }, () => [0, 50]);

    const shares = judged([...best, ...behind], { a: 1, b: 1 }, WEIGHED_CANDIDATES);

    const all = shares.reduce((sum, { share }) => sum + share, 0);
    expect(shares.every(({ person }) => person <= WEIGHED_CANDIDATES)).toBe(true);
    expect(all).toBeCloseTo(Math.E / (Math.E + 1), 6);
  });

  it('are nobody’s where nobody may be named', () => {
    expect(judgedShares({ candidates: [], features: {}, weights: {}, shipped: {} }, 3, nameOf)).toEqual([]);
  });
});

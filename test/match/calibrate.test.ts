import { describe, expect, it } from '@jest/globals';
import { mendChances, type Stated } from '../../src/match/calibrate.ts';
import { ceilingAfter } from '../../src/match/probability.ts';

/** Stated so many times with these log odds, of which so many came true. */
function stated(logOdds: number, times: number, true_: number, ceiling = 1): Stated[] {
  return Array.from({ length: times }, (_, at) => ({ logOdds, ceiling, right: at < true_ }));
}

const loose = { shift: 1e6, slope: 1e6 };

describe('mended chances', () => {
  it('are as stated while nothing came of any', () => {
    expect(mendChances([], { shift: 0.1, slope: 0.05 })).toEqual({ shift: 0, slope: 1 });
  });

  it('go through what came true at two levels', () => {
    const points = [...stated(-1, 100, 20), ...stated(1, 100, 60)];

    const { shift, slope } = mendChances(points, loose);

    expect(shift - slope).toBeCloseTo(Math.log(20 / 80), 4);
    expect(shift + slope).toBeCloseTo(Math.log(60 / 40), 4);
  });

  it('stay as stated where exactly as much came true', () => {
    const points = [...stated(0, 100, 50), ...stated(Math.log(3), 100, 75)];

    const { shift, slope } = mendChances(points, loose);

    expect(shift).toBeCloseTo(0, 6);
    expect(slope).toBeCloseTo(1, 6);
  });

  it('do not blame the log odds for what the ceiling explains', () => {
    const points = [...stated(0, 100, 25, 0.5), ...stated(Math.log(3), 200, 75, 0.5)];

    const { shift, slope } = mendChances(points, loose);

    expect(shift).toBeCloseTo(0, 3);
    expect(slope).toBeCloseTo(1, 3);
  });

  it('move the less the firmer the belief', () => {
    const points = stated(1, 50, 10);

    const firm = mendChances(points, { shift: 0.001, slope: 0.001 });
    const soft = mendChances(points, { shift: 1, slope: 1 });

    expect(firm.shift).toBeGreaterThan(soft.shift);
    expect(soft.shift).toBeLessThan(0);
  });
});

describe('the ceiling of a chance', () => {
  it.each([
    [0, 3, 1 / 4],
    [3, 3, 4 / 7],
    [96, 3, 97 / 100],
  ])('after %i known answers with a doubt of %i is %d', (known, doubt, ceiling) => {
    expect(ceilingAfter(known, doubt)).toBeCloseTo(ceiling, 12);
  });
});

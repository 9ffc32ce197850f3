import { describe, expect, it } from '@jest/globals';
import { createStandpoint } from '../../src/match/standpoint.ts';

function aStandpoint(size: number) {
  const events = Array.from({ length: size }, (_, at) => at);
  const known = new Set(events);
  let looks = 0;
  const standpoint = createStandpoint<number>(
    () => {
      looks++;
      return events;
    },
    (event, sign) => {
      if (sign === 1) known.add(event);
      else known.delete(event);
    },
  );
  return { ...standpoint, known, looks: () => looks };
}

describe('a standpoint', () => {
  it('goes back and on by pieces, until exactly the first so many are known', () => {
    const { towards, known } = aStandpoint(500);
    for (const [wanted, pieces] of [
      [10, 8],
      [10, 1],
      [200, 3],
      [500, 5],
    ] as const) {
      let taken = 1;
      while (!towards(wanted)) taken++;

      expect([taken, known.size, Math.max(...known)]).toEqual([pieces, wanted, wanted - 1]);
    }
  });

  it('is back in the present at once, from anywhere', () => {
    const { towards, present, known } = aStandpoint(100);
    while (!towards(3)) expect(known.size).toBeLessThan(100);

    present();

    expect(known.size).toBe(100);
  });

  it('looks at no history while it is there: to have it in order may be much work', () => {
    const { present, looks } = aStandpoint(100);

    present();

    expect(looks()).toBe(0);
  });
});

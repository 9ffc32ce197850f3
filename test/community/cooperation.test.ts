import { describe, expect, it } from '@jest/globals';
import { cooperation, type Help } from '../../src/community/cooperation.ts';
import { seededRandom, shuffled } from '../match/small-history.ts';

const review = (from: number, to: number, ageDays = 0): Help => ({ from, to, kind: 'reviewed', ageDays });

describe('cooperation', () => {
  it('adds what is exchanged with each partner and favours several partners', () => {
    // 1 and 2: 1 and 1, harmonic mean 1. 1 and 3: 1 given; got 1/2 for an old review and 1/2 for a reply.
    const found = cooperation([
      review(1, 2),
      review(2, 1),
      review(1, 3),
      review(3, 1, 180),
      { from: 3, to: 1, kind: 'replied', ageDays: 0 },
    ]);

    // c = 2, 1, 1 of 4; partners 2, 1, 1 give gamma 2/3, 1/2, 1/2.
    expect(found.get(1)).toBeCloseTo((2 / 3) * (2 / 4), 12);
    expect(found.get(2)).toBeCloseTo((1 / 2) * (1 / 4), 12);
    expect(found.get(3)).toBeCloseTo((1 / 2) * (1 / 4), 12);
  });

  it('stays near the smaller of the two sides', () => {
    // 3 given and 1 got: 2 x 3 x 1 / 4 = 1.5 on both sides; each is half of 3, times 1/2 for one partner.
    const found = cooperation([review(1, 2), review(1, 2), review(1, 2), review(2, 1)]);

    expect([...found.values()]).toEqual([0.25, 0.25]);
  });

  it('counts nothing that goes one way, nor what one does for oneself', () => {
    expect(cooperation([review(1, 2), review(3, 3)])).toEqual(new Map());
    expect(cooperation([])).toEqual(new Map());
  });

  it('does not depend on the order of acts', () => {
    const random = seededRandom(7);
    const person = () => 1 + Math.floor(random() * 8);
    const helps = Array.from({ length: 400 }, () => review(person(), person(), random() * 900));
    const told = (order: Help[]) => [...cooperation(order)].toSorted(([a], [b]) => a - b);

    for (const seed of [1, 2, 3]) expect(told(shuffled(helps, seededRandom(seed)))).toEqual(told(helps));
  });
});

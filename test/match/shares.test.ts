import { describe, expect, it } from '@jest/globals';
import { decayed } from '../../src/match/score-decay.ts';
import { exact, orderlessSum, shares } from '../../src/match/shares.ts';
import { seededRandom, shuffled } from './small-history.ts';

describe('sums of scores', () => {
  const random = seededRandom(3);
  const weights = Array.from({ length: 500 }, () => decayed(random() * 2000));
  const inOrders = [1, 2, 3, 4].map((seed) => shuffled(weights, seededRandom(seed)));

  it('are the same in any order to the last bit', () => {
    expect(new Set(inOrders.map(orderlessSum)).size).toBe(1);
    expect(new Set(inOrders.map((order) => order.reduce((sum, weight) => sum + exact(weight), 0))).size).toBe(1);
  });

  it('make shares of 1, and of nothing nothing', () => {
    expect(shares([3, 1])).toEqual([0.75, 0.25]);
    expect(shares([0, 0])).toEqual([0, 0]);
  });
});

describe('decay', () => {
  it('halves every 180 days', () => {
    expect([0, 180, 360, 540].map(decayed)).toEqual([1, 0.5, 0.25, 0.125]);
  });

  it('weighs nothing more than now', () => {
    expect(decayed(-5)).toBe(1);
  });
});

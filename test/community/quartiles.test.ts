import { describe, expect, it } from '@jest/globals';
import { gini } from '../../src/community/gini.ts';
import { quartiles } from '../../src/community/quartiles.ts';

describe('quartiles', () => {
  it('lie on the line between the two numbers next to their place', () => {
    // Places 0.75, 1.5 and 2.25 of 1, 2, 4, 10.
    expect(quartiles([10, 1, 4, 2])).toEqual({ count: 4, lower: 1.75, median: 3, upper: 5.5 });
  });

  it('are the number itself where there is one, and nothing where there is none', () => {
    expect(quartiles([7])).toEqual({ count: 1, lower: 7, median: 7, upper: 7 });
    expect(quartiles([])).toBeNull();
  });
});

describe('Gini', () => {
  it.each([
    ['all hold the same', [2, 2, 2], 0],
    // Differences of pairs 1, 3, 2: their mean over both orders and oneself 12 / 9, half of it over the mean 4 / 3.
    ['some hold more', [0, 1, 3], 0.5],
    ['one of four holds everything', [0, 0, 0, 5], 0.75],
    ['nobody holds anything', [0, 0], 0],
    ['there is nobody', [], 0],
  ])('where %s', (_title, loads, expected) => {
    expect(gini(loads)).toBeCloseTo(expected, 12);
  });
});

import { describe, expect, it } from '@jest/globals';
import { createSparseList } from '../../src/match/sparse-list.ts';

describe('a sparse list', () => {
  it('gives back what was set for a number, near or far', () => {
    const list = createSparseList<string>();
    list.set(0, 'first');
    list.set(70_000, 'far');
    list.set(0, 'again');

    expect([list.get(0), list.get(70_000), list.count()]).toEqual(['again', 'far', 2]);
  });

  it('has nothing for other numbers', () => {
    const list = createSparseList<string>();
    list.set(3, 'three');

    expect([list.get(2), list.get(4), list.get(1_000_000), list.get(-1)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { createPostings, type Postings } from '../../src/match/postings.ts';

/** Deterministic stand-in for chance. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % below;
  };
}

function holders(postings: Postings, hash: number): string[] {
  const found: string[] = [];
  postings.visit(hash, (slot, weight) => found.push(`${postings.id(slot)}=${weight}`));
  return found.toSorted();
}

describe('postings', () => {
  it('stay those of the set of documents through thousands of changes', () => {
    const next = numbers(7);
    const postings = createPostings();
    const expected = new Map<string, Map<number, number>>();

    for (let step = 0; step < 5000; step += 1) {
      const id = `d${next(200)}`;
      if (next(4) === 0) {
        postings.remove(id);
        expected.delete(id);
      } else {
        const weights = new Map(Array.from({ length: next(40) }, () => [next(500) - 250, 1 + next(255)]));
        postings.set(id, weights);
        expected.set(id, weights);
      }
    }

    expect([...postings.ids()].toSorted()).toEqual([...expected.keys()].toSorted());
    for (let hash = -250; hash < 250; hash += 1) {
      const held = [...expected].filter(([, weights]) => weights.has(hash));
      expect(holders(postings, hash)).toEqual(held.map(([id, weights]) => `${id}=${weights.get(hash)}`).toSorted());
      expect(postings.frequency(hash)).toBe(held.length);
    }
    const lengths = [...expected.values()].map((weights) =>
      [...weights.values()].reduce((sum, weight) => sum + weight, 0),
    );
    expect(postings.totalLength()).toBe(lengths.reduce((sum, length) => sum + length, 0));
  });

  it('gives back what a document holds', () => {
    const postings = createPostings();

    postings.set('a', [
      [-5, 255],
      [2 ** 31 - 1, 1],
    ]);

    expect([...postings.weightsOf('a')]).toEqual([
      [-5, 255],
      [2 ** 31 - 1, 1],
    ]);
    expect([...postings.weightsOf('b')]).toEqual([]);
  });
});

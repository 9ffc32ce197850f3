import { describe, expect, it } from '@jest/globals';
import { nearestVectors } from '../../src/match/nearest-vectors.ts';

describe('nearest vectors', () => {
  it('are those that point the same way, over all parts that were looked at, whatever their length', () => {
    const nearest = nearestVectors(Float32Array.from([1, 0]), 2);

    nearest.look([
      { kind: 'thread', id: '1', vector: Int8Array.from([0, 127]) },
      { kind: 'document', id: 'docs/a b.md', vector: Int8Array.from([100, 0]) },
    ]);
    nearest.look([{ kind: 'thread', id: '3', vector: Int8Array.from([3, 4]) }]);

    expect(nearest.list()).toEqual([
      { kind: 'document', id: 'docs/a b.md', cosine: 1 },
      { kind: 'thread', id: '3', cosine: 0.6 },
    ]);
  });

  it('pass over vectors of another length, and say nothing of a question without direction', () => {
    const nearest = nearestVectors(Float32Array.from([0, 0]), 3);

    nearest.look([
      { kind: 'thread', id: '1', vector: Int8Array.from([1, 2, 3]) },
      { kind: 'thread', id: '2', vector: Int8Array.from([1, 2]) },
    ]);

    expect(nearest.list()).toEqual([{ kind: 'thread', id: '2', cosine: 0 }]);
  });
});

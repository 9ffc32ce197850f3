import { type BestList, createBestList } from './best-list.ts';

export interface KnownVector {
  kind: 'thread' | 'document';
  id: string;
  vector: Int8Array;
}

/** Content whose vector points where that of the question points. */
export interface NearContent {
  kind: 'thread' | 'document';
  id: string;
  cosine: number;
}

/** The nearest of many vectors, given in parts: every one is looked at, none is kept. */
export interface NearestVectors {
  look(vectors: readonly KnownVector[]): void;
  /** Nearest first. */
  list(): NearContent[];
}

export function nearestVectors(question: Float32Array, k: number): NearestVectors {
  const best: BestList = createBestList(k);
  const length = Math.sqrt(question.reduce((sum, value) => sum + value * value, 0));

  function cosine(vector: Int8Array): number {
    let product = 0;
    let squares = 0;
    for (let at = 0; at < vector.length; at += 1) {
      const value = vector[at] ?? 0;
      product += value * (question[at] ?? 0);
      squares += value * value;
    }
    return length === 0 || squares === 0 ? 0 : product / (length * Math.sqrt(squares));
  }

  return {
    look(vectors) {
      for (const { kind, id, vector } of vectors) {
        // Vectors of another length are of another model.
        if (vector.length !== question.length) continue;
        const score = cosine(vector);
        if (best.wants(score)) best.add({ id: `${kind} ${id}`, score });
      }
    },
    list: () =>
      best.list().map(({ id: key, score }) => {
        const kind = key.startsWith('thread ') ? 'thread' : 'document';
        return { kind, id: key.slice(kind.length + 1), cosine: score };
      }),
  };
}

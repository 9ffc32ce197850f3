import { type BestList, createBestList } from './best-list.ts';

export interface KnownVector {
  kind: 'thread' | 'document';
  id: string;
  vector: Int8Array;
  /** Of the vector, where somebody has measured it before: it takes half of the time. */
  length?: number;
}

/** Content whose vector points where that of the question points. */
export interface NearContent {
  kind: 'thread' | 'document';
  id: string;
  cosine: number;
}

/** The nearest of many vectors, given in parts: every one is looked at, none is kept. */
export interface NearestVectors {
  look(vectors: Iterable<KnownVector>): void;
  /** Nearest first. */
  list(): NearContent[];
}

export function nearestVectors(question: Float32Array, k: number): NearestVectors {
  const best: BestList = createBestList(k);
  const ownLength = lengthOf(question);

  function cosine({ vector, length = lengthOf(vector) }: KnownVector): number {
    let product = 0;
    for (let at = 0; at < vector.length; at += 1) product += (vector[at] ?? 0) * (question[at] ?? 0);
    return ownLength === 0 || length === 0 ? 0 : product / (ownLength * length);
  }

  return {
    look(vectors) {
      for (const known of vectors) {
        const { kind, id, vector } = known;
        // Vectors of another length are of another model.
        if (vector.length !== question.length) continue;
        const score = cosine(known);
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

export function lengthOf(vector: ArrayLike<number>): number {
  let squares = 0;
  for (let at = 0; at < vector.length; at += 1) squares += (vector[at] ?? 0) ** 2;
  return Math.sqrt(squares);
}

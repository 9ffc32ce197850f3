import type { DocumentFact, ThreadFact } from '../domain/fact.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';

/** Text models behind an endpoint: what they are asked about leaves this process. Nothing here throws. */
export interface TextModelProvider {
  /** Vectors of models with different names cannot be compared. */
  embeddingModel: string;
  /** For the texts of this repository. */
  of(ref: RepositoryRef): TextModels;
}

export interface TextModels {
  /** Names what is sent of a text: the same for texts that get the same vector. */
  hashOf(text: string): string;
  /** One for each text, in their order. */
  embed(texts: string[]): Promise<Embedding[]>;
  /** How well each label fits the text, best first; of more than 50 the first count. null: no answer now. */
  classify(text: string, labels: string[]): Promise<ScoredLabel[] | null>;
  /** What the classification model says with labels of its own, such as a sentiment. null: no answer now. */
  rate(text: string): Promise<ScoredLabel[] | null>;
}

/** A vector of length 1, or none now; `refused`: this text never gets one. */
export type Embedding = { vector: Float32Array } | { vector: null; refused: boolean };

export interface ScoredLabel {
  label: string;
  /** 0..1 */
  score: number;
}

/** Vectors of threads and documents, kept and removed with them. */
export interface VectorStore {
  /** Those whose vector is missing or was made from what they were before; the latest learnt first. */
  factsWithoutVector(
    ref: RepositoryRef,
    model: string,
    limit: number,
  ): Promise<{ seq: number; fact: ThreadFact | DocumentFact }[]>;
  /** null: the fact gets none as long as it stays the same. */
  saveVectors(
    ref: RepositoryRef,
    model: string,
    vectors: { seq: number; hash: string; vector: Float32Array | null }[],
  ): Promise<void>;
  /** Those saved after `after`, in that order; `unpackVector` makes them comparable. */
  readVectors(ref: RepositoryRef, model: string, range: { after: number; limit: number }): Promise<StoredVector[]>;
}

export interface StoredVector {
  /** Grows with each vector that is saved. */
  seq: number;
  kind: 'thread' | 'document';
  id: string;
  vector: Int8Array;
}

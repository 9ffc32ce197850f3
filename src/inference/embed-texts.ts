import { packVector, unpackVector } from '../text/packed-vector.ts';
import type { KnownAnswers } from './answer-cache.ts';
import { contentHash } from './content-hash.ts';
import type { GuardedRequests, NoAnswer } from './guarded-requests.ts';
import type { ModelClient } from './model-client.ts';
import { ModelError } from './model-error.ts';
import { sentText, withPrefix } from './sent-text.ts';

/** A vector of length 1, or none now; `refused`: this text never gets one. */
export type Embedding = { vector: Float32Array } | { vector: null; refused: boolean };

export interface EmbeddingModel {
  /** The same for texts that are sent alike. */
  hashOf(text: string): string;
  /** One for each text, in their order; what is known is not sent again. */
  embed(texts: string[], known: KnownAnswers): Promise<Embedding[]>;
}

/** What is kept of a text that gets no vector. */
const REFUSED = new Int8Array();

interface EmbeddingSettings {
  model: string;
  batchSize: number;
}

export function embeddingModel(
  { model, batchSize }: EmbeddingSettings,
  client: Pick<ModelClient, 'vectors'>,
  guarded: GuardedRequests,
): EmbeddingModel {
  const checked = sameDimensions();
  const hashOf = (text: string) => contentHash([withPrefix(model, sentText(text))]);

  /** Fewer at a time where a server does not take so many, or one text of them. */
  async function ask(texts: string[]): Promise<(Int8Array | null)[]> {
    const result = await guarded({
      model,
      characters: texts.reduce((sum, text) => sum + text.length, 0),
      ask: async (limit) => checked(await client.vectors(texts, limit)),
    });
    if (result.answer !== null) return result.answer;
    if (!isOfTheTexts(result.because)) return texts.map(() => null);
    if (texts.length === 1) return [REFUSED];
    const half = Math.ceil(texts.length / 2);
    return [...(await ask(texts.slice(0, half))), ...(await ask(texts.slice(half)))];
  }

  return {
    hashOf,
    async embed(texts, known) {
      const sent = new Map(texts.map((text) => [hashOf(text), withPrefix(model, sentText(text))]));
      const vectors = new Map<string, Int8Array>([[hashOf(''), REFUSED]]);
      for (const [hash, bytes] of await known.read(model, [...sent.keys()])) vectors.set(hash, Int8Array.from(bytes));
      const missing = [...sent].filter(([hash]) => !vectors.has(hash));
      await Promise.all(
        batchesOf(missing, batchSize).map(async (batch) => {
          const made = await ask(batch.map(([, text]) => text));
          const news = batch.flatMap(([hash], i) => (made[i] ? [[hash, made[i]] as const] : []));
          for (const [hash, vector] of news) vectors.set(hash, vector);
          await known.save(model, new Map(news.map(([hash, vector]) => [hash, new Uint8Array(vector.buffer)])));
        }),
      );
      return texts.map((text) => embeddingOf(vectors.get(hashOf(text))));
    },
  };
}

function embeddingOf(packed: Int8Array | undefined): Embedding {
  if (packed === undefined || packed.length === 0) return { vector: null, refused: packed !== undefined };
  return { vector: unpackVector(packed) };
}

/** Vectors of another length than before are of another model: they cannot be compared. */
function sameDimensions(): (vectors: number[][]) => Int8Array[] {
  let dimensions: number | null = null;
  return (vectors) => {
    const packed = vectors.map(packVector);
    const whole = packed.filter((vector) => vector !== null);
    if (whole.length !== packed.length) throw new ModelError('invalid', 'a vector has no direction');
    const found = whole[0]?.length ?? null;
    if (dimensions !== null && found !== dimensions) {
      throw new ModelError('invalid', `vectors of ${found} numbers after those of ${dimensions}: name the model anew`);
    }
    dimensions = found;
    return whole;
  };
}

function isOfTheTexts(because: NoAnswer): boolean {
  return because === 'input' || because === 'large';
}

function batchesOf<Item>(items: Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

import { describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../src/config/repository-config.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';
import { nearContent } from '../../src/triage/near-content.ts';
import { vectorsOf } from '../../src/triage/remembered-vectors.ts';
import type { Embedding, StoredVector } from '../../src/triage/text-model-ports.ts';
import { aReading } from '../fakes/github.ts';

const ref = { installationId: 7, owner: 'acme', repo: 'engine' };
const config = { ...defaultConfig, inference: { provider: 'huggingface' as const } };
const { fact } = aReading({ id: '9', title: 'It crashes' });

/** Vectors of two numbers: thread n points n degrees away from the question. */
function textModels(embedding: Embedding, stored = 5_000) {
  const sent: string[] = [];
  const read: number[] = [];
  const vectors = Array.from({ length: stored }, (_, n): StoredVector => {
    const angle = (((n + 1) % 180) * Math.PI) / 180;
    const vector = Int8Array.from([Math.round(127 * Math.cos(angle)), Math.round(127 * Math.sin(angle))]);
    return { seq: n + 1, kind: 'thread', id: String(n + 1), vector };
  });
  const models = {
    hashOf: (text: string) => text,
    embed: async (texts: string[]) => {
      sent.push(...texts);
      return texts.map(() => embedding);
    },
    classify: async () => null,
    rate: async () => null,
  };
  return {
    sent,
    read,
    stored: vectors,
    provider: { embeddingModel: 'some/model', of: () => models },
    vectors: {
      factsWithoutVector: async () => [],
      saveVectors: async () => undefined,
      readVectors: async (_ref: unknown, _model: string, { after, limit }: { after: number; limit: number }) => {
        const page = vectors.filter(({ seq }) => seq > after).slice(0, limit);
        read.push(page.length);
        return page;
      },
    },
  };
}

/** Knows threads 1 to 5,000. */
function modelOfThreads() {
  const model = createRepositoryModel();
  for (let n = 1; n <= 5_000; n++) model.learn({ ...fact, id: String(n) });
  return model;
}

const model = modelOfThreads();
const ahead = { vector: Float32Array.from([1, 0]) };

describe('content close in meaning', () => {
  it('is looked for among all vectors, however many pages they fill', async () => {
    const near = await nearContent(ref, fact, { config, model, textModels: textModels(ahead) });

    expect(near).toHaveLength(40);
    expect(near[0]).toMatchObject({ kind: 'thread', cosine: 1 });
    expect(near.every(({ id }) => Math.min(Number(id) % 180, 180 - (Number(id) % 180)) < 5)).toBe(true);
    expect(near.some(({ id }) => Number(id) > 4_000)).toBe(true);
  });

  it('is read once; then only what was saved since', async () => {
    const textModelsHere = textModels(ahead, 3_000);
    const known = modelOfThreads();
    const nearest = async () =>
      (await nearContent(ref, fact, { config, model: known, textModels: textModelsHere })).map(({ id }) => id);

    await nearest();
    textModelsHere.stored.push({ seq: 3_001, kind: 'thread', id: '90', vector: Int8Array.from([127, 0]) });

    expect(await nearest()).toContain('90');
    expect(textModelsHere.read).toEqual([2_000, 1_000, 1]);
    known.remove('thread', '90');
    expect(await nearest()).not.toContain('90');
  });

  it('is read anew beyond what there is room to remember, each thread once', async () => {
    const { vectors, stored } = textModels(ahead, 5_000);
    const known = modelOfThreads();
    const idsOf = async () => {
      const ids: string[] = [];
      for await (const some of vectorsOf(ref, known, { vectors, maker: 'm', mostBytes: 100 })) {
        for (const { id } of some) ids.push(id);
      }
      return ids;
    };
    await idsOf();
    stored.push({ seq: 5_001, kind: 'thread', id: '1', vector: Int8Array.from([1, 2]) });

    const ids = await idsOf();

    expect([ids.length, new Set(ids).size]).toEqual([5_000, 5_000]);
  });

  it('is not asked for where the repository sends its texts nowhere, or wants nothing related', async () => {
    const models = textModels(ahead);

    expect(await nearContent(ref, fact, { config: defaultConfig, model, textModels: models })).toEqual([]);
    const silent = { ...config, related: { ...config.related, enabled: false } };
    expect(await nearContent(ref, fact, { config: silent, model, textModels: models })).toEqual([]);
    expect(await nearContent(ref, fact, { config, model, textModels: undefined })).toEqual([]);
    expect(models.sent).toEqual([]);
  });

  it('is nothing while the model gives no answer', async () => {
    const models = textModels({ vector: null, refused: false });

    expect(await nearContent(ref, fact, { config, model, textModels: models })).toEqual([]);
    expect(models.sent).toHaveLength(1);
  });
});

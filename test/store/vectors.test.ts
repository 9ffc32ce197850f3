import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DocumentFact, Fact } from '../../src/domain/fact.ts';
import type { RepositoryRef } from '../../src/domain/thread-ref.ts';
import { createStore, type DatabaseStore } from '../../src/store/open-store.ts';
import { unpackVector } from '../../src/text/packed-vector.ts';
import { aReading } from '../fakes/github.ts';
import { openTestDatabase } from './open-test-database.ts';

const ref: RepositoryRef = { installationId: 7, owner: 'Acme', repo: 'Rocket' };
const other: RepositoryRef = { ...ref, repo: 'other' };
const MODEL = 'acme/small';

const aThread = (id: string, over: object = {}) => aReading({ id, ...over }).fact;
const aDocument = (id: string): DocumentFact => ({ kind: 'document', id, url: 'https://x.test', title: id, body: '' });
const vector = (first: number) => Float32Array.from([first, 1, 0, 0, 0, 0, 0, 0]);

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let store: DatabaseStore;
beforeAll(async () => {
  database = await openTestDatabase();
  store = createStore(database.pool);
});
beforeEach(async () => {
  await database.pool.query('truncate commscore.repositories, commscore.model_spending cascade');
});
afterAll(() => database.close());

const learn = (facts: Fact[]) => store.addFacts(ref, facts, 'replace');
const waiting = (model = MODEL) => store.factsWithoutVector(ref, model, 100);
const waitingIds = async () => (await waiting()).map(({ fact }) => fact.id);
const stored = (after = 0) => store.readVectors(ref, MODEL, { after, limit: 100 });

async function embedAll(model = MODEL): Promise<void> {
  const vectors = (await waiting(model)).map(({ seq, fact }) => ({
    seq,
    hash: `hash of ${fact.title || fact.id}`,
    vector: vector(Number(fact.id) || 1),
  }));
  await store.saveVectors(ref, model, vectors);
}

describe('facts without a vector', () => {
  it('are threads and documents, the latest learnt first', async () => {
    await learn([
      aThread('1'),
      aThread('2'),
      { kind: 'link', type: 'related', from: '1', to: '2', time: '2026-04-01T00:00:00Z' },
      aThread('3'),
    ]);
    await learn([aDocument('docs/a.md')]);

    expect(await waitingIds()).toEqual(['docs/a.md', '3', '2', '1']);
    expect((await store.factsWithoutVector(ref, MODEL, 2)).map(({ fact }) => fact.id)).toEqual(['docs/a.md', '3']);
    expect(await store.factsWithoutVector(other, MODEL, 100)).toEqual([]);
  });

  it('are those of each model apart', async () => {
    await learn([aThread('1')]);
    await embedAll();

    expect(await waiting()).toEqual([]);
    expect(await waiting('acme/another')).toHaveLength(1);
  });

  it('are not those that get none, until they change', async () => {
    await learn([aThread('1')]);
    const [fact] = await waiting();
    await store.saveVectors(ref, MODEL, [{ seq: fact?.seq ?? 0, hash: 'h', vector: null }]);

    expect([await waiting(), await stored()]).toEqual([[], []]);

    await learn([aThread('1', { title: 'changed' })]);
    expect(await waitingIds()).toEqual(['1']);
  });
});

describe('vectors', () => {
  it('come back by kind and id, in the order they were saved', async () => {
    const longId = `docs/${'long/'.repeat(200)}a.md`;
    await learn([aThread('3'), aDocument(longId)]);
    await embedAll();

    const vectors = await stored();

    expect(new Set(vectors.map(({ kind, id }) => `${kind} ${id}`))).toEqual(
      new Set(['thread 3', `document ${longId}`]),
    );
    const ofThread = vectors.find(({ kind }) => kind === 'thread');
    expect(Array.from(unpackVector(ofThread?.vector ?? new Int8Array()))[0]).toBeCloseTo(3 / Math.sqrt(10), 2);
    expect(await stored(vectors[0]?.seq)).toEqual(vectors.slice(1));
  });

  it('take a byte a number', async () => {
    await learn([aThread('3')]);
    const [fact] = await waiting();
    await store.saveVectors(ref, MODEL, [{ seq: fact?.seq ?? 0, hash: 'h', vector: new Float32Array(384).fill(1) }]);

    const { rows } = await database.pool.query('select octet_length(vector) as bytes from commscore.fact_vectors');

    expect(rows).toEqual([{ bytes: 384 }]);
  });

  it('are asked for again when the fact changes, and seen anew only where they then differ', async () => {
    await learn([aThread('1'), aThread('2')]);
    await embedAll();
    const last = (await stored()).at(-1)?.seq;
    await learn([aThread('1', { labels: ['bug'] })]);
    expect(await waitingIds()).toEqual(['1']);

    await embedAll();
    expect([await waitingIds(), await stored(last)]).toEqual([[], []]);

    await learn([aThread('2', { title: 'changed' })]);
    const [changed] = await waiting();
    await store.saveVectors(ref, MODEL, [{ seq: changed?.seq ?? 0, hash: 'new', vector: vector(9) }]);
    expect((await stored(last)).map(({ id }) => id)).toEqual(['2']);
  });

  it('are dropped where the fact was replaced or removed while they were made', async () => {
    await learn([aThread('1'), aThread('2')]);
    const before = await waiting();
    await learn([aThread('1', { title: 'changed' })]);
    await store.removeFact(ref, 'thread', '2');

    await store.saveVectors(
      ref,
      MODEL,
      before.map(({ seq }) => ({ seq, hash: 'h', vector: vector(1) })),
    );

    expect(await stored()).toEqual([]);
    expect(await waitingIds()).toEqual(['1']);
  });

  it('go with their fact, and with their repository', async () => {
    await learn([aThread('1'), aThread('2')]);
    await embedAll();

    await store.removeFact(ref, 'thread', '1');
    expect((await stored()).map(({ id }) => id)).toEqual(['2']);

    await store.forgetRepository(ref);
    const { rows } = await database.pool.query('select from commscore.fact_vectors');
    expect(rows).toEqual([]);
  });
});

describe('answers of models', () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text));
  const read = (hashes: string[], of = ref, model = MODEL) => store.readModelAnswers(of, model, hashes);

  it('come back by model and hash, to the repository whose text it was', async () => {
    await learn([aThread('1')]);
    await store.saveModelAnswers(
      ref,
      MODEL,
      new Map([
        ['h1', bytes('one')],
        ['h2', bytes('two')],
      ]),
    );
    await store.saveModelAnswers(ref, MODEL, new Map([['h1', bytes('later')]]));
    await store.addFacts(other, [aThread('1')], 'replace');

    const found = await read(['h1', 'h3']);

    expect([...found].map(([hash, answer]) => [hash, Buffer.from(answer).toString()])).toEqual([['h1', 'one']]);
    expect((await read(['h1'], other)).size).toBe(0);
    expect((await read(['h1'], ref, 'acme/another')).size).toBe(0);
  });

  it('are not kept of a repository that is not known, nor after it is forgotten', async () => {
    await store.saveModelAnswers(ref, MODEL, new Map([['h1', bytes('one')]]));
    await learn([aThread('1')]);
    expect((await read(['h1'])).size).toBe(0);
    await store.saveModelAnswers(ref, MODEL, new Map([['h1', bytes('one')]]));

    await store.forgetRepository(ref);
    await learn([aThread('1')]);

    expect((await read(['h1'])).size).toBe(0);
  });

  it('are kept once: with the fact when it has its vector', async () => {
    await learn([aThread('1')]);
    await store.saveModelAnswers(ref, MODEL, new Map([['hash of 1', bytes('x')]]));

    await embedAll();

    const { rows } = await database.pool.query('select from commscore.model_answers');
    expect(rows).toEqual([]);
    expect((await read(['hash of 1'])).get('hash of 1')).toHaveLength(8);
  });

  it('are kept for 30 days', async () => {
    await learn([aThread('1')]);
    await store.saveModelAnswers(
      ref,
      MODEL,
      new Map([
        ['old', bytes('x')],
        ['new', bytes('y')],
      ]),
    );
    await database.pool.query(
      "update commscore.model_answers set made_at = now() - interval '31 days' where content_hash = 'old'",
    );

    await store.saveModelAnswers(ref, MODEL, new Map([['newest', bytes('z')]]));

    expect([...(await read(['old', 'new', 'newest'])).keys()].toSorted()).toEqual(['new', 'newest']);
  });
});

describe('the budget of a day', () => {
  it('is spent up to its limit, by many at once', async () => {
    const granted = await Promise.all(Array.from({ length: 20 }, () => store.spendOnModels('2026-06-01', 10, 75)));

    expect(granted.filter(Boolean)).toHaveLength(7);
    expect(await store.spendOnModels('2026-06-01', 5, 75)).toBe(true);
    expect(await store.spendOnModels('2026-06-01', 1, 75)).toBe(false);
    expect(await store.spendOnModels('2026-06-01', 1, 76)).toBe(true);
  });

  it('is another the next day', async () => {
    expect(await store.spendOnModels('2026-06-01', 70, 75)).toBe(true);
    expect(await store.spendOnModels('2026-06-02', 70, 75)).toBe(true);
    expect(await store.spendOnModels('2026-06-03', 76, 75)).toBe(false);
  });

  it('is not remembered for ever', async () => {
    await store.spendOnModels('2026-01-01', 1, 75);

    await store.spendOnModels('2026-06-01', 1, 75);

    const { rows } = await database.pool.query('select day::text from commscore.model_spending');
    expect(rows).toEqual([{ day: '2026-06-01' }]);
  });
});

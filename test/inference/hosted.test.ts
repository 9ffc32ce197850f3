import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import { someModels } from './some-models.ts';

const TOKEN = 'hf_averysecrettoken';
const EMBEDDING = 'intfloat/multilingual-e5-small';
const ZERO_SHOT = 'MoritzLaurer/multilingual-MiniLMv2-L6-mnli-xnli';
const SENTIMENT = 'lxyuan/distilbert-base-multilingual-cased-sentiments-student';
const EMBED_PATH = `/hf-inference/models/${EMBEDDING}/pipeline/feature-extraction`;

const hosted = (env: Record<string, string> = {}) => someModels({ HF_TOKEN: TOKEN, ...env });
const router = () => nock('https://router.huggingface.co', { reqheaders: { authorization: `Bearer ${TOKEN}` } });
const vector = (first: number) => [first, 0, 0, 0, 0, 0, 0, 3];
const rounded = (numbers: Float32Array | null | undefined) => Array.from(numbers ?? [], (n) => Math.round(n * 10) / 10);

/** The hub is asked once a process where a model is served. */
function isServed(model: string, task: string): void {
  nock('https://huggingface.co')
    .get(`/api/models/${model}`)
    .query({ 'expand[]': 'inferenceProviderMapping' })
    .optionally()
    .reply(200, {
      id: model,
      inferenceProviderMapping: { 'hf-inference': { status: 'live', providerId: model, task } },
    });
}

describe('models of the hosted service', () => {
  beforeEach(() => {
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
    isServed(EMBEDDING, 'sentence-similarity');
    isServed(ZERO_SHOT, 'zero-shot-classification');
    isServed(SENTIMENT, 'text-classification');
  });
  afterEach(() => {
    nock.abortPendingRequests();
    nock.cleanAll();
    nock.enableNetConnect();
    nock.restore();
  });

  it('make vectors of length 1, and of what is known none again', async () => {
    const { models, outcomes } = hosted();
    router()
      .post(EMBED_PATH, { inputs: ['query: a crash', 'query: a leak'], truncate: true })
      .reply(200, [vector(4), vector(0)]);

    const first = await models.embed(['a crash', 'a leak', 'a crash']);
    const again = await models.embed(['a leak', 'a crash']);

    expect(first.map((e) => rounded(e.vector))).toEqual([
      [0.8, 0, 0, 0, 0, 0, 0, 0.6],
      [0, 0, 0, 0, 0, 0, 0, 1],
      [0.8, 0, 0, 0, 0, 0, 0, 0.6],
    ]);
    expect(again).toEqual([first[1], first[0]]);
    expect(outcomes).toEqual(['feature-extraction answered']);
  });

  it('may answer with a vector for each token, whose mean is taken', async () => {
    router()
      .post(EMBED_PATH)
      .reply(200, [[vector(0), vector(8)], [vector(0)]]);

    const embeddings = await hosted().models.embed(['a crash', 'a leak']);

    expect(embeddings.map((e) => rounded(e.vector)[0])).toEqual([0.8, 0]);
  });

  it.each([
    [
      'a list',
      [
        { label: 'docs', score: 0.2 },
        { label: 'bug', score: 0.9 },
      ],
    ],
    ['labels and scores apart', { sequence: 'it crashes', labels: ['bug', 'docs'], scores: [0.9, 0.2] }],
  ])('tell how well labels fit, in %s', async (_, answer) => {
    const { models, spent } = hosted();
    const parameters = { candidate_labels: ['docs', 'bug'], multi_label: true };
    router().post(`/hf-inference/models/${ZERO_SHOT}`, { inputs: 'it crashes', parameters }).reply(200, answer);

    const expected = [
      { label: 'bug', score: 0.9 },
      { label: 'docs', score: 0.2 },
    ];
    expect(await models.classify('it crashes', ['docs', 'bug', 'docs', ' '])).toEqual(expected);
    expect(await models.classify('it crashes', ['bug', 'docs'])).toEqual(expected);
    expect([...spent.values()]).toEqual([20]);
  });

  it.each([
    ['a list', (labels: object[]) => labels],
    ['a list in a list', (labels: object[]) => [labels]],
  ])('rate a text with labels of their own, in %s', async (_, nest) => {
    const { models } = hosted();
    const labels = [
      { label: 'negative', score: 0.7 },
      { label: 'positive', score: 0.3 },
    ];
    router()
      .post(`/hf-inference/models/${SENTIMENT}`, { inputs: 'never works', parameters: { top_k: 50 }, truncate: true })
      .reply(200, nest(labels));

    expect(await models.rate('never works')).toEqual(labels);
    expect(await models.rate('never works')).toEqual(labels);
  });

  it('are not asked about nothing', async () => {
    const { models, outcomes } = hosted();

    expect(await models.embed([' ', ''])).toEqual([
      { vector: null, refused: true },
      { vector: null, refused: true },
    ]);
    expect([await models.classify('x', []), await models.classify(' ', ['bug']), await models.rate('')]).toEqual([
      [],
      null,
      null,
    ]);
    expect(outcomes).toEqual([]);
  });

  it('give no answer where the token is wrong, and the log says what to look at but holds no text and no token', async () => {
    const { models, logged } = hosted();
    router().post(EMBED_PATH).reply(401, { error: 'Invalid credentials for "query: my secret plan"' });

    expect(await models.embed(['my secret plan'])).toEqual([{ vector: null, refused: false }]);

    expect(logged.join()).toContain('"status":401');
    expect(logged.join()).toContain('HF_TOKEN');
    expect(logged.join()).not.toContain('secret');
  });

  it('are asked once more after the pause that a 429 asks for', async () => {
    const { models, outcomes } = hosted();
    router().post(EMBED_PATH).reply(429, { error: 'Rate limit reached' }, { 'retry-after': '0' });
    router()
      .post(EMBED_PATH)
      .reply(200, [vector(1)]);

    expect((await models.embed(['a crash']))[0]?.vector).not.toBeNull();
    expect(outcomes).toEqual(['feature-extraction answered']);
  });

  it('are left alone as long as a 429 asks for where that is longer than a request may take', async () => {
    const { models, outcomes, now } = hosted();
    router().post(EMBED_PATH).reply(429, { error: 'Rate limit reached' }, { 'retry-after': '90' });

    await models.embed(['a crash']);
    await models.embed(['a crash']);
    now.ms += 90_000;
    router()
      .post(EMBED_PATH)
      .reply(200, [vector(1)]);
    const [after] = await models.embed(['a crash']);

    expect(outcomes.map((outcome) => outcome.split(' ')[1])).toEqual(['failed', 'paused', 'answered']);
    expect(after?.vector).not.toBeNull();
  });

  it('give no answer while the model is loaded for longer than a request may take', async () => {
    const { models, logged } = hosted();
    const loading = { error: `Model ${EMBEDDING} is currently loading`, estimated_time: 20 };
    router().post(EMBED_PATH).reply(503, loading);

    expect(await models.embed(['a crash'])).toEqual([{ vector: null, refused: false }]);
    expect(logged.join()).toContain('not loaded');
  });

  it('are asked once more while the model is loaded, where that may be soon enough', async () => {
    router().post(EMBED_PATH).reply(503, { error: 'loading', estimated_time: 0.01 });
    router().post(EMBED_PATH).reply(503, { error: 'loading', estimated_time: 0.01 });

    const { models, outcomes } = hosted();

    expect(await models.embed(['a crash'])).toEqual([{ vector: null, refused: false }]);
    expect(outcomes).toEqual(['feature-extraction failed']);
    expect(nock.pendingMocks().filter((mock) => mock.includes('router'))).toEqual([]);
  });

  it('give no answer when they take too long', async () => {
    const { models, outcomes } = hosted({ HF_TIMEOUT_MS: '100' });
    router()
      .post(EMBED_PATH)
      .delay(5_000)
      .reply(200, [vector(1)]);

    expect(await models.embed(['a crash'])).toEqual([{ vector: null, refused: false }]);
    expect(outcomes).toEqual(['feature-extraction timeout']);
  });

  it.each<[string, string | object, Record<string, string>]>([
    ['a page', '<html>Bad gateway</html>', { 'content-type': 'text/html' }],
    ['broken JSON', '[[0.1, 0.2', { 'content-type': 'application/json' }],
    ['an error with status 200', { error: 'x' }, {}],
    ['null', 'null', { 'content-type': 'application/json' }],
    ['a number that is none', '[[1,2,3,4,5,6,7,NaN]]', { 'content-type': 'application/json' }],
    ['a number beyond all bounds', '[[1,2,3,4,5,6,7,1e999]]', { 'content-type': 'application/json' }],
    ['zeros', [[0, 0, 0, 0, 0, 0, 0, 0]], {}],
    ['a list of another length', [vector(1), vector(2)], {}],
    ['lists without end', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, { 'content-type': 'application/json' }],
    ['more than is read', JSON.stringify([Array(3_000_000).fill(0.123)]), { 'content-type': 'application/json' }],
  ])('give no answer when they say %s', async (_, body, headers) => {
    const { models, logged } = hosted();
    router().post(EMBED_PATH).reply(200, body, headers);

    expect((await models.embed(['a crash']))[0]?.vector).toBeNull();
    expect(logged.join()).toContain('no answer');
  });

  it('give no answer when vectors come in another length than before', async () => {
    const { models, logged } = hosted();
    router()
      .post(EMBED_PATH)
      .reply(200, [vector(1)]);
    router()
      .post(EMBED_PATH)
      .reply(200, [[...vector(1), 1]]);

    await models.embed(['a crash']);
    expect(await models.embed(['a leak'])).toEqual([{ vector: null, refused: false }]);

    expect(logged.join()).toContain('9 numbers after those of 8');
  });

  it('are not followed to another place', async () => {
    const { models, logged } = hosted();
    router().post(EMBED_PATH).reply(307, '', { location: 'https://elsewhere.test/' });

    expect((await models.embed(['a crash']))[0]?.vector).toBeNull();
    expect(logged.join()).toContain('redirect');
  });

  it('give no answer where the service does not have the model for the task', async () => {
    const model = 'acme/other-task';
    isServed(model, 'fill-mask');
    const { models, logged } = hosted({ HF_EMBEDDING_MODEL: model });

    expect((await models.embed(['a crash']))[0]?.vector).toBeNull();
    expect(logged.join()).toContain('does not offer this model');
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../servers/server-process.ts';
import { startTextModelServer, type TextModelServer, type TextModelServerOptions } from '../servers/text-models.ts';
import { someModels } from './some-models.ts';

const texts = (count: number) => Array.from({ length: count }, (_, i) => `text number ${i}`);
const sent = (server: TextModelServer) => server.requests.map(({ inputs }) => inputs.length);

describe('models of a server of one’s own', () => {
  let server: TextModelServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  async function serving(options: TextModelServerOptions = {}, env: Record<string, string> = {}) {
    server = await startTextModelServer(options);
    return { server, ...someModels({ HF_ENDPOINT_URL: server.url, ...env }) };
  }

  it('are asked in batches, few at a time, for each text once', async () => {
    const { server, models } = await serving({ delayMs: 20 }, { HF_BATCH_SIZE: '10', HF_CONCURRENCY: '2' });

    const embeddings = await models.embed([...texts(45), ...texts(45)]);
    await models.embed(texts(50));

    expect(sent(server)).toEqual([10, 10, 10, 10, 5, 5]);
    expect(server.mostAtOnce).toBe(2);
    expect(embeddings.every(({ vector }) => vector?.length === 32)).toBe(true);
    expect(embeddings[0]).toEqual(embeddings[45]);
  });

  it('are not shown what is known from another repository', async () => {
    const { server, models, of } = await serving();

    await models.embed(['a crash']);
    await of('other').embed(['a crash']);

    expect(server.requests).toHaveLength(2);
  });

  it('are asked for fewer at a time where the server takes fewer', async () => {
    const { server, models, outcomes } = await serving({ maxBatch: 8 });

    const embeddings = await models.embed(texts(32));

    expect(embeddings.every(({ vector }) => vector !== null)).toBe(true);
    expect(sent(server)).toEqual([32, 16, 8, 8, 16, 8, 8]);
    expect(outcomes.filter((outcome) => outcome.endsWith('answered'))).toHaveLength(4);
  });

  it('give vectors to all texts but the one that they refuse, and the log does not repeat it', async () => {
    const { models, logged } = await serving({ refuses: 'poison' });

    const embeddings = await models.embed([...texts(7), 'a poison pill', ...texts(15).slice(7)]);

    expect(embeddings.map(({ vector }) => vector === null)).toEqual(Array.from({ length: 16 }, (_, i) => i === 7));
    expect(embeddings[7]).toEqual({ vector: null, refused: true });
    expect(logged.join()).not.toContain('poison');
  });

  it.each(['/embed', '/models/intfloat/multilingual-e5-small/pipeline/feature-extraction'])(
    'are found at %s below the address, and from then on there',
    async (path) => {
      const { server, models } = await serving({ embedAt: [path] });

      await models.embed(['a crash']);
      await models.embed(['a leak']);

      const paths = server.requests.map((request) => request.path);
      expect(paths.slice(-2)).toEqual([path, path]);
      expect(paths.filter((asked) => asked === '/')).toHaveLength(1);
    },
  );

  it('classify and rate where the server can', async () => {
    const { models, server } = await serving({ embedAt: [] });

    expect(await models.classify('it crashes', ['bug', 'docs'])).toEqual([
      { label: 'bug', score: 1 },
      { label: 'docs', score: 0.5 },
    ]);
    expect(await models.rate('it crashes')).toEqual([
      { label: 'positive', score: 0.75 },
      { label: 'negative', score: 0.25 },
    ]);
    expect(server.requests.at(-1)?.path).toBe('/predict');
  });

  it('are shown a token only where there is one', async () => {
    const { server, models } = await serving();
    await models.embed(['a crash']);
    await someModels({ HF_ENDPOINT_URL: server.url, HF_TOKEN: 'own-key' }).models.embed(['a crash']);

    expect(server.requests.map(({ authorization }) => authorization)).toEqual([null, 'Bearer own-key']);
  });

  it('are left alone after five failures in a row, tried after a minute, and used again when they answer', async () => {
    const { server, models, outcomes, logged, now } = await serving();
    server.failWith = 500;
    for (const text of texts(7)) await models.embed([text]);
    // Each failure was repeated once.
    expect(server.requests).toHaveLength(10);

    server.failWith = null;
    await models.embed(['still left alone']);
    now.ms += 60_000;
    await models.embed(['tried']);
    await models.embed(['used again']);

    expect(server.requests).toHaveLength(12);
    const told = outcomes.map((outcome) => outcome.split(' ')[1]);
    expect(told).toEqual([...Array(5).fill('failed'), ...Array(3).fill('paused'), 'answered', 'answered']);
    expect(logged.filter((line) => line.includes('left alone'))).toHaveLength(1);
    expect(logged.at(-1)).toContain('answers again');
  });

  it('are not asked beyond the characters of the day, and again the next day', async () => {
    const { server, models, outcomes, logged, spent, now } = await serving({}, { HF_DAILY_CHARACTERS: '40' });

    const answers = [];
    for (const text of ['a crash in the shard', 'a leak in the cache', 'a hang in the queue']) {
      answers.push((await models.embed([text]))[0]?.vector !== null);
    }
    now.ms += 12 * 3_600_000;
    await models.embed(['a hang in the queue']);

    expect(answers).toEqual([true, false, false]);
    expect(server.requests).toHaveLength(2);
    expect([...spent]).toEqual([
      ['2026-06-01', 27],
      ['2026-06-02', 26],
    ]);
    expect(outcomes.filter((outcome) => outcome.endsWith('over-budget'))).toHaveLength(2);
    expect(logged.filter((line) => line.includes('used up'))).toHaveLength(1);
  });

  it('give no answer where nobody listens', async () => {
    const { models, logged } = someModels({ HF_ENDPOINT_URL: `http://127.0.0.1:${await freePort()}` });

    expect(await models.embed(['a crash'])).toEqual([{ vector: null, refused: false }]);
    expect([await models.classify('a crash', ['bug']), await models.rate('a crash')]).toEqual([null, null]);
    expect(logged.join()).toContain('ECONNREFUSED');
  });

  it('are not followed to another place', async () => {
    const { server, logged } = await serving();
    const { models, logged: told } = someModels({ HF_ENDPOINT_URL: `${server.url}/moved` });

    expect((await models.embed(['a crash']))[0]?.vector).toBeNull();

    expect(server.requests.map(({ path }) => path)).toEqual(['/moved']);
    expect(told.join()).toContain('redirects');
    expect(logged).toEqual([]);
  });

  it('are not asked where the budget cannot be, and are asked where the cache cannot be', async () => {
    const { server } = await serving();
    const env = { HF_ENDPOINT_URL: server.url };

    const [withoutBudget] = await someModels(env, { budget: true }).models.embed(['a crash']);
    const [withoutCache] = await someModels(env, { cache: true }).models.embed(['a crash']);

    expect(withoutBudget).toEqual({ vector: null, refused: false });
    expect(withoutCache?.vector).toHaveLength(32);
    expect(server.requests).toHaveLength(1);
  });

  it('do not make others wait without end for a turn', async () => {
    const { models, outcomes } = await serving({ delayMs: 400 }, { HF_CONCURRENCY: '1', HF_TIMEOUT_MS: '150' });

    await Promise.all(texts(3).map((text) => models.embed([text])));

    expect(outcomes.map((outcome) => outcome.split(' ')[1])).toContain('timeout');
    expect(outcomes).toHaveLength(3);
  });
});

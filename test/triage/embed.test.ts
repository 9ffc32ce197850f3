import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readSettings } from '../../src/config/process-settings.ts';
import { defaultConfig } from '../../src/config/repository-config.ts';
import type { RepositoryRef } from '../../src/domain/thread-ref.ts';
import { huggingFace } from '../../src/inference/hugging-face.ts';
import { createStore } from '../../src/store/open-store.ts';
import { embed, embedLater } from '../../src/triage/embed.ts';
import { done, type Job } from '../../src/triage/job.ts';
import { textToEmbed } from '../../src/triage/text-to-embed.ts';
import { aReading, type FakeGitHub, fakeGitHub } from '../fakes/github.ts';
import { silentLog as log } from '../fakes/silent-log.ts';
import { startTextModelServer, type TextModelServer } from '../servers/text-models.ts';
import { openTestDatabase } from '../store/open-test-database.ts';

const ref: RepositoryRef = { installationId: 7, owner: 'acme', repo: 'engine' };
const MODEL = 'intfloat/multilingual-e5-small';
const AT = '2026-06-01T00:00:00Z';

describe('embedding a repository', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let server: TextModelServer;
  let github: FakeGitHub;
  let queued: { job: Job; key: string }[];
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    server = await startTextModelServer();
    github = fakeGitHub();
    github.config = { ...defaultConfig, settle: 0, inference: { provider: 'huggingface' } };
    queued = [];
    await database.pool.query('truncate commscore.repositories, commscore.model_spending cascade');
  });
  afterEach(() => server.close());

  const store = () => createStore(database.pool);
  const queue = { add: async (job: Job, { key }: { key: string }) => void queued.push({ job, key }) };
  const vectors = () => store().readVectors(ref, MODEL, { after: 0, limit: 1000 });
  const threads = (count: number) =>
    Array.from({ length: count }, (_, i) => aReading({ id: String(i + 1), title: `thread ${i + 1}` }).fact);

  function ports(env: Record<string, string> = {}) {
    const { huggingFace: settings } = readSettings({ HF_ENDPOINT_URL: server.url, ...env });
    if (settings === null) throw new Error('no model is set up');
    const provider = huggingFace(settings, {
      cache: store(),
      budget: { spend: store().spendOnModels },
      clock: () => new Date(AT),
      log,
      measure: () => undefined,
    });
    return { github, log, queue, textModels: { provider, vectors: store() } };
  }

  const run = (env: Record<string, string> = {}) => embed(ref, ports(env));

  it('makes the vectors that are missing, and none twice', async () => {
    await store().addFacts(ref, threads(250), 'replace');

    expect(await run()).toEqual(done);
    expect(await run()).toEqual(done);

    expect(await vectors()).toHaveLength(250);
    expect(server.requests.flatMap(({ inputs }) => inputs)).toHaveLength(250);
  });

  it('sends nothing of a repository whose configuration does not ask for it', async () => {
    github.config = { ...defaultConfig, settle: 0 };
    await store().addFacts(ref, threads(3), 'replace');

    expect(await run()).toEqual(done);
    await embedLater({ kind: 'learn', id: 'l-1', repository: ref }, ports());

    expect(server.requests).toEqual([]);
    expect(queued).toEqual([]);
  });

  it('does not send a text again when only something else of the thread changed', async () => {
    await store().addFacts(ref, threads(1), 'replace');
    await run();
    await store().addFacts(ref, [aReading({ id: '1', title: 'thread 1', labels: ['bug'] }).fact], 'replace');

    await run();

    expect(server.requests).toHaveLength(1);
    expect(await store().factsWithoutVector(ref, MODEL, 10)).toEqual([]);
  });

  it('goes on later where the budget of the day is used up, the latest learnt first', async () => {
    await store().addFacts(ref, threads(4), 'replace');

    const result = await run({ HF_DAILY_CHARACTERS: '35', HF_BATCH_SIZE: '1', HF_CONCURRENCY: '1' });

    expect(result).toEqual({ done: false, againInMs: 600_000 });
    expect((await vectors()).map(({ id }) => id)).toEqual(['4', '3']);
  });

  it('goes on later where the server is down, and then makes up for it', async () => {
    server.failWith = 500;
    await store().addFacts(ref, threads(2), 'replace');
    expect(await run()).toEqual({ done: false, againInMs: 600_000 });

    server.failWith = null;

    expect(await run()).toEqual(done);
    expect(await vectors()).toHaveLength(2);
  });

  it('gives other repositories their turn on the way', async () => {
    await store().addFacts(ref, threads(2_001), 'replace');

    expect(await run({ HF_BATCH_SIZE: '200' })).toEqual({ done: false, againInMs: 1_000 });
    expect(await run({ HF_BATCH_SIZE: '200' })).toEqual(done);
    expect(await store().factsWithoutVector(ref, MODEL, 10)).toEqual([]);
  });

  it.each<[Job['kind'], Job]>([
    ['triage', { kind: 'triage', id: 'j-1', thread: { ...ref, type: 'issue', number: 5 }, fresh: true }],
    ['observe', { kind: 'observe', id: 'j-1', thread: { ...ref, type: 'issue', number: 5 } }],
    ['learn', { kind: 'learn', id: 'j-1', repository: ref }],
  ])('is asked for after a job of the kind %s, once for many', async (_, job) => {
    await embedLater(job, ports());

    expect(queued).toEqual([{ job: { kind: 'embed', id: 'j-1/embed', repository: ref }, key: 'embed acme/engine' }]);
  });

  it.each(['embed', 'forget'] as const)('is not asked for after a job of the kind %s', async (kind) => {
    await embedLater({ kind, id: 'j-1', repository: ref }, ports());

    expect(queued).toEqual([]);
  });

  it('does not fail the job that asks for it', async () => {
    const broken = { ...ports(), queue: { add: () => Promise.reject(new Error('the queue is away')) } };

    await expect(embedLater({ kind: 'learn', id: 'l-1', repository: ref }, broken)).resolves.toBeUndefined();
  });

  it('is nothing where no model is set up', async () => {
    await store().addFacts(ref, threads(1), 'replace');

    expect(await embed(ref, { github, log })).toEqual(done);
    await embedLater({ kind: 'learn', id: 'l-1', repository: ref }, { github, log, queue });

    expect(queued).toEqual([]);
  });
});

describe('the text that is embedded', () => {
  it('is what a reader sees, without what others are quoted with', () => {
    const body =
      '<!-- Fill in the form -->\n## What happened\n> an older mail\n\nIt **crashes**\n```\nat main.ts:3\n```';

    expect(textToEmbed({ title: 'Crash', body })).toBe('Crash\nWhat happened\nIt **crashes**\nat main.ts:3');
  });

  it('leaves out what a form asks, its check-list and the frames of a trace; an answer stands at the end', () => {
    const body =
      '### What happened\n\nIt crashes\n    at a.b (src/a.ts:1:1)\n\n### Before you file\n\n- [x] I have searched\n\n### Anything else\n\n_No response_';

    expect(textToEmbed({ title: 'Crash', body, answer: 'Upgrade.' })).toBe('Crash\nIt crashes\nUpgrade.');
  });
});

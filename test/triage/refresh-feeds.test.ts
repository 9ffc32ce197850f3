import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../src/config/repository-config.ts';
import type { FeedReading } from '../../src/domain/feed.ts';
import type { RepositoryRef } from '../../src/domain/thread-ref.ts';
import { createStore } from '../../src/store/open-store.ts';
import type { Job } from '../../src/triage/job.ts';
import { feedsLater, refreshFeeds, resumeFeeds } from '../../src/triage/refresh-feeds.ts';
import { anArticle, type FakeFeeds, failing, fakeFeeds, saying } from '../fakes/feeds.ts';
import { type FakeGitHub, fakeGitHub } from '../fakes/github.ts';
import { openTestDatabase } from '../store/open-test-database.ts';

const ref: RepositoryRef = { installationId: 7, owner: 'acme', repo: 'engine' };
const BLOG = 'https://blog.example.com/feed';
const NEWS = 'https://news.example.com/feed';
const HOUR_MS = 3_600_000;

describe('feeds of a repository', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let github: FakeGitHub;
  let feeds: FakeFeeds;
  let queued: { job: Job; key: string; delayMs: number }[];
  let told: string[];
  let now: Date;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    github = fakeGitHub();
    feeds = fakeFeeds();
    queued = [];
    told = [];
    now = new Date('2026-06-01T00:00:00Z');
    await store().forgetRepository(ref);
    await store().repositorySince(ref);
  });

  const store = () => createStore(database.pool);
  const hear = (_: object, sentence: string) => void told.push(sentence);
  const queue = {
    add: async (job: Job, options: { key: string; delayMs: number }) => void queued.push({ job, ...options }),
  };

  function configure(...urls: string[]): void {
    github.config = { ...github.config, related: { ...defaultConfig.related, feeds: urls } };
  }

  function refresh({ again = false } = {}) {
    const log = { info: hear, warn: hear, error: hear };
    const job = { kind: 'feeds' as const, id: 'f-1', repository: ref, again };
    return refreshFeeds(job, { github, feeds, store: store(), queue, clock: () => now, log });
  }

  async function known(): Promise<string[]> {
    const facts = await store().factsAfter(ref, 0, 1_000);
    return facts.flatMap(({ id, fact }) => (fact === null ? [] : [id])).toSorted();
  }

  async function later(ms: number): Promise<void> {
    now = new Date(now.getTime() + ms);
  }

  it('are learnt as documents, and looked after again within the hour', async () => {
    configure(BLOG);
    feeds.says.set(BLOG, saying(anArticle('https://blog.example.com/1', 'Paged attention')));

    expect(await refresh()).toEqual({ result: { done: true }, asked: 1 });

    expect(await known()).toEqual(['https://blog.example.com/1']);
    const [{ job, key, delayMs }] = queued as [(typeof queued)[0]];
    expect(job).toMatchObject({ kind: 'feeds', repository: ref, again: true });
    expect(key).toBe('feeds again acme/engine');
    expect(delayMs).toBeLessThanOrEqual(HOUR_MS);
    expect(told).toEqual(['feed read']);
  });

  it('are not asked before their time, and then with what the server said', async () => {
    configure(BLOG);
    feeds.says.set(BLOG, saying(anArticle('https://blog.example.com/1', 'One')));
    await refresh();

    await later(HOUR_MS - 1);
    expect(await refresh({ again: true })).toMatchObject({ result: { done: false }, asked: 0 });
    await later(HOUR_MS / 2);
    feeds.says.set(BLOG, { kind: 'unchanged', freshForMs: 0 });
    expect(await refresh({ again: true })).toMatchObject({ asked: 1 });

    expect(feeds.asked.map(({ known: { etag } }) => etag)).toEqual([null, '"1"']);
    expect(await known()).toEqual(['https://blog.example.com/1']);
  });

  it('keep what they do not name any more, the newest two hundred', async () => {
    configure(BLOG);
    const page = (from: number) =>
      saying(
        ...Array.from({ length: 50 }, (_, i) =>
          anArticle(`https://blog.example.com/${from + i}`, `n ${from + i}`, new Date(1e12 + from + i).toISOString()),
        ),
      );
    for (const from of [1_000, 1_050, 1_100, 1_150, 1_200]) {
      feeds.says.set(BLOG, page(from));
      await refresh();
      await later(2 * HOUR_MS);
    }

    const ids = await known();
    expect(ids).toHaveLength(200);
    expect(ids[0]).toBe('https://blog.example.com/1050');
  });

  it('take their articles along when the configuration names them no more', async () => {
    configure(BLOG, NEWS);
    const shared = anArticle('https://shared.example.com/1', 'In both');
    feeds.says.set(BLOG, saying(shared, anArticle('https://blog.example.com/1', 'One')));
    feeds.says.set(NEWS, saying(shared));
    await refresh();

    configure(NEWS);
    await refresh();
    expect(await known()).toEqual(['https://shared.example.com/1']);

    github.config = { ...github.config, related: { ...defaultConfig.related, enabled: false, feeds: [NEWS] } };
    expect(await refresh({ again: true })).toEqual({ result: { done: true }, asked: 0 });
    expect(await known()).toEqual([]);
    expect(await store().readFeeds(ref)).toEqual([]);
  });

  it.each<[string, FeedReading, number]>([
    ['a server that fails, longer each time', failing({ kind: 'status', status: 500 }), 2 * HOUR_MS],
    ['one that asks for patience', failing({ kind: 'status', status: 429 }, 5 * HOUR_MS), 5 * HOUR_MS],
    ['one that says how long its answer is good', { kind: 'unchanged', freshForMs: 3 * HOUR_MS }, 3 * HOUR_MS],
    ['one that would have us wait for ever', { kind: 'unchanged', freshForMs: 1e12 }, 24 * HOUR_MS],
  ])('leave in peace %s', async (_, reading, pauseMs) => {
    configure(BLOG);
    feeds.says.set(BLOG, reading);
    await refresh();
    await later(25 * HOUR_MS);
    await refresh();

    const [state] = await store().readFeeds(ref);
    const waitMs = Date.parse(state?.nextAt ?? '') - now.getTime();
    expect(waitMs).toBeGreaterThanOrEqual(pauseMs);
    expect(waitMs).toBeLessThan(pauseMs + 10 * 60_000);
  });

  it('are not asked again once they are gone', async () => {
    configure(BLOG);
    feeds.says.set(BLOG, saying(anArticle('https://blog.example.com/1', 'One')));
    await refresh();
    await later(48 * HOUR_MS);
    feeds.says.set(BLOG, failing({ kind: 'gone' }));
    await refresh();
    await later(1_000 * HOUR_MS);

    expect(await refresh({ again: true })).toEqual({ result: { done: false, againInMs: HOUR_MS }, asked: 0 });
    expect(await known()).toEqual(['https://blog.example.com/1']);
  });

  it('tell of a failure once, and of its end', async () => {
    configure(BLOG);
    for (const problem of [500, 500, 404, 404]) {
      feeds.says.set(BLOG, failing({ kind: 'status', status: problem }));
      await refresh();
      await later(48 * HOUR_MS);
    }
    feeds.says.set(BLOG, { kind: 'unchanged', freshForMs: 0 });
    await refresh();
    await later(48 * HOUR_MS);
    await refresh();

    expect(told).toEqual(['feed cannot be read', 'feed cannot be read', 'feed read']);
    expect(await store().readFeeds(ref)).toMatchObject([
      { problem: null, failures: 0, failedAt: '2026-06-07T00:00:00.000Z', readAt: '2026-06-11T00:00:00.000Z' },
    ]);
  });

  it('give way to others after a minute, and go on where they stopped', async () => {
    const urls = Array.from({ length: 4 }, (_, i) => `${BLOG}/${i}`);
    configure(...urls);
    feeds.read = async (url) => {
      feeds.asked.push({ url, known: { etag: null, lastModified: null } });
      await later(31_000);
      return { kind: 'unchanged', freshForMs: 0 };
    };

    expect(await refresh()).toEqual({ result: { done: false, againInMs: 0 }, asked: 2 });
    await refresh();

    expect(feeds.asked.map(({ url }) => url)).toEqual(urls);
  });

  it('survive a GitHub that is away: the job that comes back does so', async () => {
    configure(BLOG);
    await refresh();
    github.readConfig = async () => {
      throw new Error('GitHub is down');
    };

    expect(await refresh({ again: true })).toEqual({ result: { done: false, againInMs: HOUR_MS }, asked: 0 });
    await expect(refresh()).rejects.toThrow('GitHub is down');
  });

  it('are let go with a repository that was forgotten', async () => {
    expect(await refresh({ again: true })).toEqual({ result: { done: true }, asked: 0 });
  });

  it("are looked at after learning; after that of the owner's settings in every repository", async () => {
    const learnt = (repo: string) => ({ kind: 'learn' as const, id: 'l', repository: { ...ref, repo } });
    await feedsLater(learnt('engine'), { store: store(), queue });
    await feedsLater(learnt('.github'), { store: store(), queue });

    expect(queued.map(({ job, key }) => [job.id, key])).toEqual([
      ['l/feeds/acme/engine', 'feeds acme/engine'],
      ['l/feeds/acme/.github', 'feeds acme/.github'],
      ['l/feeds/acme/engine', 'feeds acme/engine'],
    ]);
  });

  it('are looked after again when a process starts', async () => {
    configure(BLOG);
    await refresh();
    queued = [];

    await resumeFeeds('start', { store: store(), queue });

    expect(queued).toMatchObject([
      { job: { kind: 'feeds', repository: ref, again: true }, key: 'feeds again acme/engine', delayMs: 0 },
    ]);
  });
});

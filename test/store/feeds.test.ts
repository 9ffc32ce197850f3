import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FeedState } from '../../src/domain/feed.ts';
import type { RepositoryRef } from '../../src/domain/thread-ref.ts';
import { createStore, type DatabaseStore } from '../../src/store/open-store.ts';
import { openTestDatabase } from './open-test-database.ts';

const ref: RepositoryRef = { installationId: 7, owner: 'Acme', repo: 'Rocket' };

function aFeed(over: Partial<FeedState> = {}): FeedState {
  return {
    url: 'https://blog.example.com/feed',
    validators: { etag: '"1"', lastModified: null },
    readAt: '2026-06-01T00:00:00.000Z',
    failedAt: null,
    problem: null,
    failures: 0,
    nextAt: '2026-06-01T01:00:00.000Z',
    articles: [{ id: 'https://blog.example.com/1', time: null }],
    ...over,
  };
}

describe('feeds', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let store: DatabaseStore;
  beforeAll(async () => {
    database = await openTestDatabase();
    store = createStore(database.pool);
  });
  beforeEach(async () => {
    await database.pool.query('truncate commscore.repositories cascade');
    await store.addFacts(ref, [], 'replace');
  });
  afterAll(() => database.close());

  it('come back as they were saved last, each under its address', async () => {
    const other = aFeed({ url: 'https://a.example/feed', problem: { kind: 'status', status: 500 }, failures: 2 });
    await store.saveFeed(ref, aFeed({ failures: 1 }));
    await store.saveFeed(ref, other);
    await store.saveFeed(ref, aFeed());

    expect(await store.readFeeds({ owner: 'acme', repo: 'ROCKET' })).toEqual([other, aFeed()]);
  });

  it('can be removed, and go with their repository', async () => {
    await store.saveFeed(ref, aFeed());
    await store.saveFeed(ref, aFeed({ url: 'https://a.example/feed' }));

    await store.removeFeed(ref, 'https://a.example/feed');
    expect((await store.readFeeds(ref)).map(({ url }) => url)).toEqual(['https://blog.example.com/feed']);

    await store.forgetRepository(ref);
    expect(await store.readFeeds(ref)).toEqual([]);
  });

  it('do not bring a repository back that was forgotten meanwhile', async () => {
    await store.forgetRepository(ref);

    await store.saveFeed(ref, aFeed());

    expect(await store.repositories()).toEqual([]);
  });

  it('tell which repositories have any, and an owner which repositories are known', async () => {
    const other = { ...ref, repo: 'Tower' };
    await store.addFacts(other, [], 'replace');
    await store.addFacts({ ...ref, owner: 'acme-labs' }, [], 'replace');
    await store.saveFeed(other, aFeed());

    expect(await store.repositoriesWithFeeds()).toEqual([other]);
    expect(await store.repositoriesOf('ACME')).toEqual([ref, other]);
  });
});

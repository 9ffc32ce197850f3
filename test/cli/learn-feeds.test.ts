import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { learnFeeds } from '../../src/cli/learn-feeds.ts';
import { emptyTask } from '../../src/domain/task.ts';
import { createFeedReader } from '../../src/feeds/feed-reader.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';
import { type FeedServer, rssOf, startFeedServer, withLoopback } from '../feeds/feed-server.ts';

describe('feeds named on the command line', () => {
  let server: FeedServer;
  beforeAll(async () => {
    server = await startFeedServer();
  });
  afterAll(() => server.close());

  it('are learnt, so that their articles can be related', async () => {
    server.answer = (_, response) => response.end(rssOf(server.address, ['Paged attention', 'Berlin']));
    const model = createRepositoryModel();

    await learnFeeds(model, [server.address], createFeedReader({ userAgent: 'x', access: withLoopback }));

    const task = { ...emptyTask, title: 'Paged attention leaks' };
    expect(model.related(task, { at: '2026-06-01T00:00:00Z', k: 5 }).map(({ id }) => id)).toEqual([
      `${server.address}/posts/1`,
    ]);
  });

  it('are read from the public internet only, and a failure names its cause', async () => {
    const model = createRepositoryModel();

    await expect(learnFeeds(model, ['http://127.0.0.1/feed'])).rejects.toThrow(
      '--feed http://127.0.0.1/feed cannot be read: it leads to an address that is not asked (not on the public internet)',
    );
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { type App, startApp } from '../../src/app.ts';
import { readSettings } from '../../src/config/process-settings.ts';
import { eventually } from '../fakes/eventually.ts';
import { type FeedServer, rssOf, startFeedServer, withLoopback } from '../feeds/feed-server.ts';
import { freePort } from '../servers/server-process.ts';
import { readManifest } from '../simulator/manifest.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { seedDataDir } from '../store/database-snapshot.ts';
import { ownComments } from './playground.ts';

const repository = 'acme/engine';
const ARTICLES = ['Paged attention without fragmentation', 'Choosing a licence', 'Meet us in Berlin'];

describe('a feed that the configuration names', () => {
  let github: Simulator;
  let feed: FeedServer;
  let app: App;
  let dataDir: string;
  let log = '';
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'commscore-feeds-'));
    await seedDataDir(dataDir);
    feed = await startFeedServer();
    feed.answer = (_, response) => response.writeHead(200, { etag: '"1"' }).end(rssOf(feed.address, ARTICLES));
    github = await startSimulator({ app: readManifest('app.yml') });
    await seed();
    const env = {
      ...github.environment(),
      COMMSCORE_DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
    };
    // Only the argument opens this machine to feeds; the environment can't.
    app = await startApp({ ...readSettings(env), version: '1.2.3' }, pino(heard()), withLoopback);
    github.webhookUrl = `http://127.0.0.1:${app.port}/api/github/webhooks`;
  }, 90_000);
  afterAll(async () => {
    await app?.stop();
    await github?.close();
    await feed?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function seed(): Promise<void> {
    await github.addRepository({ owner: 'acme', name: 'engine', labels: ['bug'], collaborators: { ada: 'write' } });
    const config = `settle: 0s\nrelated: { feeds: ['${feed.address}/feed.xml'] }\n`;
    const files = { 'README.md': '# Engine\n\nRuns models.', '.github/commscore.yml': config };
    await github.push(repository, { author: 'ada', message: 'Say hello', files });
    await github.openIssue(repository, { title: 'Cannot install on Windows', author: 'bob' });
    await github.install('acme');
  }

  function heard(): Writable {
    return new Writable({
      write(chunk, _, next) {
        log += String(chunk);
        next();
      },
    });
  }

  it('is read politely once the history is learnt, and its article is shown as related', async () => {
    await eventually('the feed is read', () => log.includes('feed read'), 60_000);

    const { number } = await github.openIssue(repository, {
      title: 'Paged attention still shows fragmentation',
      body: 'With long prompts paged attention leaves fragmentation behind.',
      author: 'newcomer',
    });
    await eventually('the issue is answered', () => ownComments(github, repository, number).length > 0);

    const [comment] = ownComments(github, repository, number);
    const { host } = new URL(feed.address);
    expect(comment?.body).toContain(`- [${ARTICLES[0]}](${feed.address}/posts/1) · article on \`${host}\``);
    expect(comment?.body).not.toContain('Berlin');
    expect(feed.requests).toHaveLength(1);
    expect(feed.requests[0]?.headers['user-agent']).toMatch(/^CommScore\/1\.2\.3 /);
    expect(github.violations()).toEqual([]);
  }, 150_000);
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import { freePort } from '../servers/server-process.ts';
import type { FaultTarget } from '../simulator/faults.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { openPlayground, ownComments, type Playground } from './playground.ts';

const OWNERS = ['acme', 'beta', 'core', 'delta'];
const OUTAGE_MS = 60_000;

interface Opened {
  repository: string;
  number: number;
}

async function seed(github: Simulator): Promise<void> {
  for (const owner of OWNERS) {
    const repository = `${owner}/engine`;
    await github.addRepository({ owner, name: 'engine', labels: ['bug'], collaborators: { ada: 'write' } });
    await github.push(repository, {
      author: 'ada',
      message: 'Say hello',
      files: { 'README.md': '# Engine', '.github/commscore.yml': 'settle: 0s\n' },
    });
    const closed = await github.openIssue(repository, { title: 'Cache evicts hot entries', author: 'bob' });
    await github.closeThread({ repository, number: closed.number }, 'ada');
    await github.install(owner);
  }
}

describe('threads while something fails', () => {
  let playground: Playground;
  const opened: Opened[] = [];
  beforeAll(async () => {
    const PORT = String(await freePort());
    playground = await openPlayground({ COMMSCORE_CONCURRENCY: '4', PORT }, seed);
    await eventually('the histories are learnt', () => learnt() === OWNERS.length, 120_000);
  }, 180_000);
  afterEach(() => playground.github.faults.clear());
  afterAll(() => playground?.close());

  const learnt = () => playground.app.log().split('"history learnt"').length - 1;
  const count = ({ repository, number }: Opened) => ownComments(playground.github, repository, number).length;

  async function open(owner: string): Promise<Opened> {
    const repository = `${owner}/engine`;
    const title = `Cache evicts hot entries again (${opened.length})`;
    const body = 'The cache evicts entries that were read a moment ago.';
    const { number } = await playground.github.openIssue(repository, { title, body, author: 'newcomer' });
    const thread = { repository, number };
    opened.push(thread);
    return thread;
  }

  async function answered(threads: Opened[], patienceMs = 120_000): Promise<void> {
    await eventually('each thread is answered', () => threads.every((thread) => count(thread) > 0), patienceMs);
  }

  const isComment = ({ method, path }: FaultTarget) => method === 'POST' && path.endsWith('/comments');
  const isGraphql = ({ path }: FaultTarget) => path === '/api/graphql';

  it.each<[string, (faults: Simulator['faults']) => void]>([
    [
      'bursts of 500 and 502',
      (faults) => {
        faults.serverError(500, { times: 5 });
        faults.serverError(502, { times: 5 });
      },
    ],
    ['the hourly limit', (faults) => faults.primaryRateLimit({ resetInSeconds: 15, where: isGraphql })],
    ['a secondary limit', (faults) => faults.secondaryRateLimit({ retryAfterSeconds: 12, where: isGraphql })],
    ['a secondary limit of the comment', (faults) => faults.secondaryRateLimit({ status: 429, where: isComment })],
    ['a token that expires before its time', (faults) => faults.expiredToken({ times: 1, where: isComment })],
    [
      'a connection that breaks before the comment is written',
      (faults) => faults.reset('before', { where: isComment }),
    ],
    ['a connection that breaks after the comment is written', (faults) => faults.reset('after', { where: isComment })],
    ['an answer in part', (faults) => faults.graphqlError({ message: 'Oops', path: ['repository', 'thread'] })],
    [
      'a person that may not be seen',
      (faults) =>
        faults.graphqlError({
          message: 'Resource not accessible',
          type: 'FORBIDDEN',
          path: ['repository', 'thread', 'participants', 'nodes', 0],
        }),
    ],
  ])(
    'are answered once each after %s',
    async (_title, fail) => {
      const { faults } = playground.github;
      fail(faults);

      const threads = [await open('acme'), await open('beta')];

      await answered(threads);
      expect(threads.map(count)).toEqual([1, 1]);
    },
    150_000,
  );

  it('are answered once each after GitHub was down for long, which is asked seldom meanwhile', async () => {
    const { github, app } = playground;
    const threads: Opened[] = [];
    github.faults.outage(true);
    github.clearLog();
    for (const owner of OWNERS) for (let n = 0; n < 5; n++) threads.push(await open(owner));
    await new Promise((resolve) => setTimeout(resolve, OUTAGE_MS));
    const asked = github.requests.filter(({ fault }) => fault !== null);
    github.faults.outage(false);

    await answered(threads);

    expect(threads.map(count)).toEqual(threads.map(() => 1));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThanOrEqual(OWNERS.length * 30);
    expect(app.running()).toBe(true);
  }, 300_000);

  it('are answered once each by what is delivered again and by the sweep, after the app itself was down', async () => {
    const { github } = playground;
    await playground.app.end('SIGKILL');
    const threads = [await open('acme'), await open('beta')];
    const missed = github.deliveries.filter(({ event, status }) => event === 'issues' && status === 0);
    expect(missed).toHaveLength(2);
    github.webhookUrl = null;
    const unrecorded = await open('core');
    github.webhookUrl = playground.app.webhookUrl;

    await playground.crash();

    await answered([...threads, unrecorded]);
    expect([...threads, unrecorded].map(count)).toEqual([1, 1, 1]);
    const again = github.deliveries.filter(
      ({ guid, redelivery }) => redelivery && missed.some((it) => it.guid === guid),
    );
    expect(again.map(({ status }) => status)).toEqual([202, 202]);
  }, 180_000);

  it('never got a second comment, and GitHub was asked nothing that it does not describe', () => {
    expect(opened.map(count)).toEqual(opened.map(() => 1));
    expect(playground.github.violations()).toEqual([]);
  });
});

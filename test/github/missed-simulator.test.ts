import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import { openStage, REPOSITORY, type Stage } from './stage.ts';

const LONG_AGO = '2020-01-01T00:00:00Z';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
});

afterEach(() => stage.close());

describe('failed deliveries', () => {
  let server: Server;
  let status: number;
  beforeEach(async () => {
    status = 503;
    server = createServer((_, response) => response.writeHead(status).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stage.simulator.webhookUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const open = (title: string) => stage.simulator.openIssue(REPOSITORY, { title, author: 'ana' });

  it('are listed the oldest first, until the latest attempt at each succeeded', async () => {
    const { simulator, github } = stage;
    await open('One');
    await open('Two');
    const guids = simulator.deliveries.map(({ guid }) => guid);

    const before = await github.failedDeliveries(LONG_AGO);
    expect(before?.failed.map(({ guid }) => guid)).toEqual(guids);
    expect(before).toMatchObject({ complete: true, newest: expect.any(String) });

    status = 202;
    expect(await github.redeliver(before?.failed[0]?.id ?? 0)).toBe(true);
    await eventually('it is delivered again', () => simulator.deliveries.at(-1)?.status === 202);

    expect((await github.failedDeliveries(LONG_AGO))?.failed.map(({ guid }) => guid)).toEqual(guids.slice(1));
  });

  it('are read page by page, and no further back than asked for', async () => {
    const { simulator, github } = stage;
    for (let n = 0; n < 120; n++) await simulator.deliver({ event: 'ping', payload: { n } });
    simulator.clearLog();

    expect((await github.failedDeliveries(LONG_AGO))?.failed).toHaveLength(120);
    expect(simulator.requestCounts()['apps/list-webhook-deliveries']).toBe(2);

    const later = new Date(Date.now() + 5_000).toISOString();
    expect((await github.failedDeliveries(later))?.failed).toEqual([]);
    expect(simulator.requestCounts()['apps/list-webhook-deliveries']).toBe(3);
  });

  it('that GitHub does not keep any more are not made again', async () => {
    const { github, simulator } = stage;
    await open('One');
    const [delivery] = simulator.deliveries;
    if (delivery === undefined) throw new Error('nothing was delivered');
    delivery.deliveredAt = LONG_AGO;

    expect(await github.redeliver(delivery.id)).toBe(false);
    expect(await github.redeliver(987)).toBe(false);
  });

  it('are unknown to a GitHub that does not tell of them', async () => {
    stage.simulator.faults.notFound({ where: ({ path }) => path.endsWith('/app/hook/deliveries') });
    expect(await stage.github.failedDeliveries(LONG_AGO)).toBeNull();
  });
});

describe('threads updated since', () => {
  it('come in one request, of each type, open or not', async () => {
    const { simulator, github, ref } = stage;
    const issue = await simulator.openIssue(REPOSITORY, { title: 'Breaks', author: 'ana' });
    await simulator.closeThread({ repository: REPOSITORY, number: issue.number }, 'mira');
    await simulator.push(REPOSITORY, { author: 'ana', message: 'Start', files: { 'a.ts': '1\n' } });
    const pull = await simulator.openPull(REPOSITORY, {
      title: 'Add b',
      author: 'renovate[bot]',
      files: { 'b.ts': '1\n' },
    });
    const discussion = await simulator.openDiscussion(REPOSITORY, { title: 'How?', author: 'bo' });
    simulator.clearLog();

    const threads = await github.readUpdatedThreads(ref('issue', 1), LONG_AGO);

    expect(threads).toMatchObject([
      { type: 'issue', number: issue.number, open: false, authorIsBot: false },
      { type: 'pull', number: pull.number, open: true, authorIsBot: true },
      { type: 'discussion', number: discussion.number, open: true, authorIsBot: false },
    ]);
    expect(simulator.requestCounts().graphql).toBe(1);
    const later = new Date(Date.now() + 5_000).toISOString();
    expect(await github.readUpdatedThreads(ref('issue', 1), later)).toEqual([]);
  });

  it('are all found where they are more than a page, and of the others no second page is asked', async () => {
    const { simulator, github, ref } = stage;
    for (let n = 0; n < 60; n++) await simulator.openIssue(REPOSITORY, { title: `${n}`, author: 'ana' });
    simulator.clearLog();

    expect(await github.readUpdatedThreads(ref('issue', 1), LONG_AGO)).toHaveLength(60);
    const queries = simulator.requests.filter(({ operation }) => operation === 'graphql');
    expect(queries.map(({ nodes }) => nodes)).toEqual([150, 50]);
  });
});

describe('threads of a place that is not there', () => {
  it('are none where the repository is gone, and unknown where the app is not installed', async () => {
    const { github, ref } = stage;
    expect(await github.readUpdatedThreads({ ...ref('issue', 1), repo: 'gone' }, LONG_AGO)).toEqual([]);
    expect(await github.readUpdatedThreads({ ...ref('issue', 1), installationId: 4242 }, LONG_AGO)).toBeNull();
  });
});

describe('while GitHub fails', () => {
  it('a token that it takes no more is replaced, and the write is done once', async () => {
    const { simulator, ref, github } = stage;
    const { number } = await simulator.openIssue(REPOSITORY, { title: 'Breaks', author: 'ana' });
    await github.readThread(ref('issue', number));
    simulator.world.state.tokens.clear();

    expect(await github.upsertComment(ref('issue', number), '<!-- commscore:triage -->\nHi')).toBe('created');
    expect(simulator.comments(REPOSITORY, number)).toHaveLength(1);
  });

  it('what is asked in vain again and again is put off without asking', async () => {
    const { simulator, ref, github } = stage;
    const { number } = await simulator.openIssue(REPOSITORY, { title: 'Breaks', author: 'ana' });
    await github.readThread(ref('issue', number));
    simulator.faults.outage(true);
    const read = async () => {
      const [result] = await Promise.allSettled([github.readThread(ref('issue', number))]);
      return result?.status === 'rejected' ? (result.reason as Error).name : 'read';
    };
    const names = [await read(), await read(), await read(), await read()];
    simulator.clearLog();
    names.push(await read(), await read());

    expect(names).toEqual([...Array(4).fill('GitHubRequestError'), 'PutOffError', 'PutOffError']);
    expect(simulator.requests).toEqual([]);
    simulator.faults.outage(false);
    stage.ahead(5_001);
    expect(await read()).toBe('read');
  });

  it.each([
    ['one of many that may not be seen', { type: 'FORBIDDEN', path: ['participants', 'nodes', 0] }, 'read'],
    ['the memory of what was taken back', { type: 'INTERNAL', path: ['timelineItems'] }, 'GitHubRequestError'],
    ['a part that is not found', { type: 'NOT_FOUND', path: ['timelineItems'] }, 'GitHubRequestError'],
    ['all of it', { type: 'NOT_FOUND', path: [] }, 'gone'],
  ])('an answer without %s is understood', async (_title, { type, path }, expected) => {
    const { simulator, ref, github } = stage;
    const { number } = await simulator.openIssue(REPOSITORY, { title: 'Breaks', author: 'ana' });
    simulator.faults.graphqlError({ message: 'Oops', type, path: ['repository', 'thread', ...path] });

    const became = await github.readThread(ref('issue', number)).then(
      (reading) => (reading === null ? 'gone' : 'read'),
      (error: Error) => error.name,
    );

    expect(became).toBe(expected);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { RepositoryName } from '../../src/web/dashboard-data.ts';
import { aRepository, someData } from './sample-data.ts';
import { ask } from './web-server.ts';

const PATH = '/repositories/acme/app/learn';
const OWN = { host: 'localhost', 'sec-fetch-site': 'same-origin' };

function watched(known = true) {
  const asked: RepositoryName[] = [];
  const learnNow = async (name: RepositoryName) => {
    asked.push(name);
    return known;
  };
  return { asked, over: { data: someData({ learnNow }) } };
}

describe('reading new history on demand', () => {
  it('is offered on the page of a repository, unless it is being read', async () => {
    const learning = { state: 'running', percent: 3, minutesLeft: null, pausedUntil: null } as const;
    const running = someData({ repositories: async () => [aRepository({ learning })] });
    const headers = { host: 'localhost' };

    const form = `<form method="post" action="${PATH}">`;
    expect((await ask({}, '/repositories/acme/app', { headers })).body).toContain(form);
    expect((await ask({ data: running }, '/repositories/acme/app', { headers })).body).not.toContain('<form');
  });

  it('is queued, and shows the page again', async () => {
    const { asked, over } = watched();

    const { status, headers } = await ask(over, PATH, { method: 'POST', headers: OWN });

    expect([status, headers.location]).toEqual([303, '/repositories/acme/app']);
    expect(asked).toEqual([{ owner: 'acme', repo: 'app' }]);
  });

  it.each([
    ['a link', 405, 'GET', OWN],
    ['a page of somebody else', 403, 'POST', { ...OWN, 'sec-fetch-site': 'cross-site' }],
    ['a browser that does not say from where', 403, 'POST', { host: 'localhost' }],
    ['another machine', 403, 'POST', { ...OWN, 'x-forwarded-for': '203.0.113.9' }],
  ])('is not asked for by %s', async (_who, expected, method, headers) => {
    const { asked, over } = watched();

    expect((await ask(over, PATH, { method, headers })).status).toBe(expected);
    expect(asked).toEqual([]);
  });

  it('is not there for a repository that is not known, or without a dashboard', async () => {
    const { over } = watched(false);

    expect((await ask(over, PATH, { method: 'POST', headers: OWN })).status).toBe(404);
    expect((await ask({ ...over, dashboard: 'off' }, PATH, { method: 'POST', headers: OWN })).status).toBe(404);
  });
});

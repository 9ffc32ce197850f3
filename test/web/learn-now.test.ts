import { afterEach, describe, expect, it } from '@jest/globals';
import type { RepositoryName } from '../../src/web/dashboard-data.ts';
import { aRepository, someData } from './sample-data.ts';
import { ask, formTokenIn, type OpenWeb, openWeb } from './web-server.ts';

const PAGE = '/repositories/acme/app';
const PATH = `${PAGE}/learn`;
const HERE = { host: 'localhost' };
const OWN = { ...HERE, 'sec-fetch-site': 'same-origin' };

let web: OpenWeb | null = null;
afterEach(() => web?.close());

/** A dashboard, what it was asked for, and what its forms carry. */
async function openPage(known = true) {
  const asked: RepositoryName[] = [];
  const learnNow = async (name: RepositoryName) => {
    asked.push(name);
    return known;
  };
  const open = await openWeb({ data: someData({ learnNow }) });
  web = open;
  const token = formTokenIn(await open.ask(PAGE, { headers: HERE }));
  return { asked, open, token };
}

describe('reading new history on demand', () => {
  it('is offered on the page of a repository, unless it is being read', async () => {
    const learning = { state: 'running', percent: 3, minutesLeft: null, pausedUntil: null } as const;
    const running = someData({ repositories: async () => [aRepository({ learning })] });

    expect((await ask({}, PAGE, { headers: HERE })).body).toContain(`<form method="post" action="${PATH}">`);
    expect((await ask({ data: running }, PAGE, { headers: HERE })).body).not.toContain('<form');
  });

  it('is queued, and shows the page again', async () => {
    const { asked, open, token } = await openPage();

    const { status, headers } = await open.ask(PATH, { method: 'POST', headers: OWN, form: { token } });

    expect([status, headers.location]).toEqual([303, PAGE]);
    expect(asked).toEqual([{ owner: 'acme', repo: 'app' }]);
  });

  it('is queued for a browser that tells only the address of the page', async () => {
    const { asked, open, token } = await openPage();
    const headers = { host: 'localhost:3000', origin: 'http://localhost:3000' };

    expect((await open.ask(PATH, { method: 'POST', headers, form: { token } })).status).toBe(303);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['a link', 405, 'GET', OWN],
    ['a page of somebody else', 403, 'POST', { ...OWN, 'sec-fetch-site': 'cross-site' }],
    ['a page at another port of this machine', 403, 'POST', { ...OWN, 'sec-fetch-site': 'same-site' }],
    ['a page at another address', 403, 'POST', { ...OWN, origin: 'http://localhost:8080' }],
    ['a page that hides its address', 403, 'POST', { ...HERE, origin: 'null' }],
    ['a browser that does not say from where', 403, 'POST', HERE],
    ['another machine', 403, 'POST', { ...OWN, 'x-forwarded-for': '203.0.113.9' }],
  ])('is not asked for by %s', async (_who, expected, method, headers) => {
    const { asked, open, token } = await openPage();

    const form = method === 'POST' ? { form: { token } } : {};
    expect((await open.ask(PATH, { method, headers, ...form })).status).toBe(expected);
    expect(asked).toEqual([]);
  });

  it.each([
    ['without what our forms carry', {}],
    ['with something else', { token: 'x' }],
    ['with nothing in its place', { token: '' }],
    ['with more than any form of ours has', { token: 'x'.repeat(5000) }],
  ])('is not asked for %s', async (_what, form) => {
    const { asked, open } = await openPage();

    expect((await open.ask(PATH, { method: 'POST', headers: OWN, form })).status).toBe(403);
    expect(asked).toEqual([]);
  });

  it('is not there for a repository that is not known, or without a dashboard', async () => {
    const { open, token } = await openPage(false);

    expect((await open.ask(PATH, { method: 'POST', headers: OWN, form: { token } })).status).toBe(404);
    expect((await ask({ dashboard: 'off' }, PATH, { method: 'POST', headers: OWN })).status).toBe(404);
  });
});

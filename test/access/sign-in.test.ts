import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type OpenDashboard, openDashboard } from './open-dashboard.ts';

let dashboard: OpenDashboard;
beforeAll(async () => {
  dashboard = await openDashboard({ COMMSCORE_DASHBOARD: 'github', COMMSCORE_OPERATORS: 'olga' });
  await dashboard.known(await dashboard.signedIn('olga'));
}, 150_000);
afterEach(() => dashboard.github.faults.clear());
afterAll(async () => {
  expect(dashboard.github.violations()).toEqual([]);
  await dashboard.close();
});

const SESSION = 'commscore-session';

/** The way to GitHub and back, of which the browser is at the end. */
async function onTheWay(login = 'mara', to = '/') {
  dashboard.github.oauth.person = login;
  const visitor = dashboard.visitor();
  const begun = await visitor.get(`/sign-in?${new URLSearchParams({ to })}`);
  const atGitHub = await fetch(begun.headers.location ?? '', { redirect: 'manual' });
  const back = new URL(atGitHub.headers.get('location') ?? '');
  return { visitor, begun, back: back.pathname + back.search };
}

describe('signing in', () => {
  it('is offered in place of a page, and ends at that page', async () => {
    dashboard.github.oauth.person = 'mara';
    const visitor = dashboard.visitor();
    const page = '/repositories/acme/engine?lang=zh-CN';
    const asked = await visitor.get(page);
    const link = /href="(\/sign-in[^"]*)"/.exec(asked.body)?.[1]?.replaceAll('&#38;', '&') ?? '';
    const ended = await visitor.signIn(new URLSearchParams(link.split('?')[1]).get('to') ?? '');

    expect(asked).toMatchObject({ status: 401, headers: { 'www-authenticate': expect.any(String) } });
    expect(ended).toMatchObject({ status: 303, headers: { location: page } });
    expect((await visitor.get(page)).body).toContain('<bdi>mara</bdi>');
  });

  it('sets a cookie that no script reads and no other site sends', async () => {
    const { visitor, begun, back } = await onTheWay();
    const ended = await visitor.get(back);
    const [session = '', way = ''] = ended.headers['set-cookie'] ?? [];

    expect(begun.headers['set-cookie']?.[0]).toMatch(
      /^commscore-sign-in=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(session).toMatch(
      /^commscore-session=[\w-]{43}\.[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(way).toMatch(/^commscore-sign-in=; Max-Age=0;/);
  });

  it('asks GitHub for nothing but who somebody is', async () => {
    const { begun } = await onTheWay();
    const asked = new URL(begun.headers.location ?? '').searchParams;

    expect([...asked.keys()].toSorted()).toEqual(
      ['allow_signup', 'client_id', 'code_challenge', 'code_challenge_method', 'redirect_uri', 'state'].toSorted(),
    );
    expect(dashboard.github.oauth.openTokens()).toBe(0);
  });

  it.each([
    ['https://evil.example/'],
    ['//evil.example'],
    ['/\\evil.example'],
    ['/\t/evil.example'],
    ['/.//evil.example'],
    ['/a/..//evil.example'],
    ['javascript:alert(1)'],
    ['/sign-out'],
    [`/${'a'.repeat(600)}`],
  ])('does not lead to %j', async (to) => {
    const { visitor, back } = await onTheWay('mara', to);

    expect((await visitor.get(back)).headers.location).toBe('/');
  });

  it('gives a session that nobody knew before', async () => {
    const { visitor, back } = await onTheWay();
    visitor.cookies.set(SESSION, 'planted');
    await visitor.get(back);
    const first = visitor.cookies.get(SESSION);
    await visitor.signIn();

    expect(visitor.cookies.get(SESSION)).not.toBe(first);
    visitor.cookies.set(SESSION, first ?? '');
    expect((await visitor.get('/')).status).toBe(401);
  });

  it('goes on in several tabs at once', async () => {
    dashboard.github.oauth.person = 'mara';
    const { visitor, back } = await onTheWay();
    await visitor.get('/sign-in');

    expect((await visitor.get(back)).status).toBe(303);
  });
});

describe('a way that was not begun in this browser', () => {
  it('is not walked to its end: nobody is signed in as somebody else', async () => {
    const { back } = await onTheWay('mara');
    const victim = dashboard.visitor();
    await victim.get('/sign-in');

    expect((await victim.get(back)).status).toBe(400);
    expect(victim.cookies.has(SESSION)).toBe(false);
  });

  it.each([
    ['without its state', (back: string) => back.replace(/state=[^&]*/, 'state=')],
    ['with a state that was changed', (back: string) => back.replace(/state=.{5}/, 'state=AAAAA')],
    ['with a code of somebody', (back: string) => back.replace(/code=[^&]*/, 'code=0123456789')],
  ])('leads nowhere %s', async (_what, change) => {
    const { visitor, back } = await onTheWay();

    expect((await visitor.get(change(back))).status).toBe(400);
    expect(visitor.cookies.has(SESSION)).toBe(false);
  });
});

describe('without an answer of GitHub', () => {
  it('nobody is signed in, and is told so', async () => {
    const declined = await onTheWay('nobody of this name');
    expect((await declined.visitor.get(declined.back)).status).toBe(403);

    const { visitor, back } = await onTheWay();
    dashboard.github.faults.outage(true);
    const failed = await visitor.get(back);

    expect(failed.status).toBe(502);
    expect(visitor.cookies.has(SESSION)).toBe(false);
    expect(dashboard.logged.join()).not.toContain(dashboard.github.oauth.clientSecret);
  });
});

describe('a session', () => {
  it('is not taken from anybody else: a cookie that we did not sign is none', async () => {
    const mara = await dashboard.signedIn('mara');
    const [id = '', signature = ''] = (mara.cookies.get(SESSION) ?? '').split('.');
    for (const forged of [id, `${id}.`, `${id}.${'A'.repeat(43)}`, `x${id}.${signature}`, '', '.']) {
      const visitor = dashboard.visitor();
      visitor.cookies.set(SESSION, forged);
      expect((await visitor.get('/')).status).toBe(401);
    }
  });

  it('ends when somebody signs out, also for who copied the cookie', async () => {
    const mara = await dashboard.signedIn('mara');
    const copy = dashboard.visitor();
    copy.cookies.set(SESSION, mara.cookies.get(SESSION) ?? '');
    const out = await mara.send('/sign-out', '/');

    expect(out).toMatchObject({ status: 303, headers: { location: '/' } });
    expect(mara.cookies.has(SESSION)).toBe(false);
    expect((await copy.get('/')).status).toBe(401);
  });

  it.each([
    ['a page of somebody else', { headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' } }, 403],
    ['a page of another port', { headers: { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' } }, 403],
    ['a form without its token', { form: {} }, 403],
    ['a link', { method: 'GET', form: undefined }, 405],
  ])('is not ended by %s', async (_what, { form, ...over }: object & { form?: object | undefined }, status) => {
    const mara = await dashboard.signedIn('mara');
    const sent = await mara.send('/sign-out', '/', { ...over, ...('form' in { form } ? { form } : {}) } as object);

    expect(sent.status).toBe(status);
    expect((await mara.get('/')).status).toBe(200);
  });

  it('takes no form of another session', async () => {
    const [mara, nora] = [await dashboard.signedIn('mara'), await dashboard.signedIn('nora')];
    const { body } = await nora.get('/');
    const token = /name="token" value="([^"]*)"/.exec(body)?.[1] ?? '';

    expect((await mara.send('/sign-out', '/', { form: { token } })).status).toBe(403);
  });
});

describe('attempts to sign in', () => {
  it('are too many at some time, for one address and no other', async () => {
    const visitor = dashboard.visitor();
    const from = (address: string) =>
      visitor.get('/sign-in', { headers: { 'x-forwarded-for': `1.2.3.4, ${address}` } });
    let refused = 0;
    for (let n = 0; n < 40; n++) if ((await from('203.0.113.9')).status === 429) refused++;

    expect(refused).toBe(10);
    expect((await from('203.0.113.10')).status).toBe(303);
  });
});

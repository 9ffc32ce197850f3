import { describe, expect, it } from '@jest/globals';
import { sessionsOf } from '../../src/web/sessions.ts';
import { sampleSignIn } from './sample-sign-in.ts';
import { ask } from './web-server.ts';

const signIn = sampleSignIn;

async function cookieOf(login: string): Promise<string> {
  const cookie = await sessionsOf(signIn.sessions, signIn.secret, signIn.publicUrl).start(
    { headers: {} },
    { id: 7, login },
  );
  return cookie.split(';')[0] ?? '';
}

describe('a dashboard at an address with https', () => {
  it('has cookies that only this host sets and that never go over http', async () => {
    const { headers } = await ask({ dashboard: signIn }, '/sign-in');

    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-commscore-sign-in=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    expect(await cookieOf('mara')).toMatch(/^__Host-commscore-session=/);
  });

  it('asks for no sign-in at this machine less than elsewhere', async () => {
    expect((await ask({ dashboard: signIn }, '/', { headers: { host: 'localhost' } })).status).toBe(401);
  });

  it('speaks JSON to programs', async () => {
    const { status, headers, body } = await ask({ dashboard: signIn }, '/api/v1/overview');

    expect([status, headers['content-type']]).toEqual([401, 'application/problem+json; charset=utf-8']);
    expect(JSON.parse(body)).toMatchObject({ status: 401 });
  });
});

describe('while GitHub cannot be asked what somebody may see', () => {
  const dashboard = { ...signIn, writable: () => Promise.reject(new Error('no answer')) };

  it('nothing is seen, whatever is asked for', async () => {
    const headers = { cookie: await cookieOf('mara') };
    const answers = await Promise.all(
      ['/', '/repositories/acme/app', '/repositories/acme/none'].map((path) => ask({ dashboard }, path, { headers })),
    );

    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
    for (const { body } of answers) expect(body).not.toMatch(/#21|mara-l/);
  });

  it('operators see all: GitHub is not asked about them', async () => {
    const headers = { cookie: await cookieOf('Olga') };

    expect((await ask({ dashboard }, '/', { headers })).status).toBe(200);
  });
});

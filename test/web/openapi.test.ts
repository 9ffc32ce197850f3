import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { sessionsOf } from '../../src/web/sessions.ts';
import { sampleSignIn } from './sample-sign-in.ts';
import { ask } from './web-server.ts';

async function sessionCookieAt(publicUrl: string): Promise<string> {
  const { sessions, secret } = sampleSignIn;
  const cookie = await sessionsOf(sessions, secret, publicUrl).start({ headers: {} }, { id: 7, login: 'mara' });
  return cookie.split('=')[0] ?? '';
}

describe('/api/v1/openapi.json', () => {
  it('is a description as OpenAPI 3.1 wants it', async () => {
    const { status, body } = await ask({}, '/api/v1/openapi.json', { headers: { host: 'localhost' } });
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(body));

    expect([status, valid, errors ?? []]).toEqual([200, true, []]);
    expect(validator.version).toBe('3.1');
  });

  it('names the cookies that a session comes in, and that this machine needs none', async () => {
    const { security, components } = JSON.parse((await ask({}, '/api/v1/openapi.json')).body);
    const schemes: { type: string; in: string; name: string }[] = Object.values(components.securitySchemes);

    expect(security).toEqual([...Object.keys(components.securitySchemes).map((name) => ({ [name]: [] })), {}]);
    for (const scheme of schemes) expect(scheme).toMatchObject({ type: 'apiKey', in: 'cookie' });
    const cookies = await Promise.all(['https://c.example.com', 'http://c.example.com'].map(sessionCookieAt));
    expect(schemes.map(({ name }) => name)).toEqual(cookies);
  });

  it('declares what a request is refused with', async () => {
    const { paths, components } = JSON.parse((await ask({}, '/api/v1/openapi.json')).body);
    const github = await ask({ dashboard: sampleSignIn }, '/api/v1/overview');
    const local = await ask({}, '/api/v1/overview', { headers: { host: 'evil.example' } });

    expect([github.status, local.status]).toEqual([401, 403]);
    for (const { get } of Object.values<{ get: { responses: object } }>(paths)) {
      expect(Object.keys(get.responses)).toEqual(['200', '304', '401', '403', '404', '503', 'default']);
    }
    const { headers } = components.responses.NotSignedIn;
    for (const name of Object.keys(headers)) expect(github.headers).toHaveProperty([name.toLowerCase()]);
  });

  it('has a name of its own for every operation', async () => {
    const { body } = await ask({}, '/api/v1/openapi.json');
    const ids = [...body.matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id);

    expect(ids.length).toBeGreaterThan(2);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('errors of the API', () => {
  it.each([
    ['no such repository', '/api/v1/repositories/acme/unknown', 404],
    ['no such repository, as CSV', '/api/v1/repositories/acme/unknown/suggestions.csv', 404],
    ['somebody elsewhere', '/api/v1/overview', 403],
  ])('are told as RFC 9457 says: %s', async (who, path, status) => {
    const headers = { host: who === 'somebody elsewhere' ? 'evil.example' : 'localhost' };
    const answer = await ask({}, path, { headers });

    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(answer.body)).toMatchObject({ type: 'about:blank', title: expect.any(String), status });
  });
});

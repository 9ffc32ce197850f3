import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { ask } from './web-server.ts';

describe('/api/v1/openapi.json', () => {
  it('is a description as OpenAPI 3.1 wants it', async () => {
    const { status, body } = await ask({}, '/api/v1/openapi.json', { headers: { host: 'localhost' } });
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(body));

    expect([status, valid, errors ?? []]).toEqual([200, true, []]);
    expect(validator.version).toBe('3.1');
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

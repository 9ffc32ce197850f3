import { describe, expect, it } from '@jest/globals';
import { aRepository, aSuggestion, someData } from './sample-data.ts';
import { ask } from './web-server.ts';

const fromAfar = { host: 'commscore.example', 'x-forwarded-for': '203.0.113.9' };

describe('probes', () => {
  it('answers /healthz while the process is up, whatever else is down', async () => {
    const checks = { database: () => Promise.reject(new Error('gone')) };

    expect(await ask({ checks }, '/healthz', { headers: fromAfar })).toMatchObject({ status: 200, body: 'up\n' });
  });

  it('answers /readyz with 200 when all is usable', async () => {
    const { status, headers, body } = await ask({}, '/readyz', { headers: fromAfar });

    expect(status).toBe(200);
    expect(headers['content-type']).toMatch('application/json');
    expect(JSON.parse(body)).toEqual({ ready: true, failing: [] });
  });

  it('answers /readyz with 503 and the reasons otherwise', async () => {
    const checks = {
      database: async () => {},
      github: () => Promise.reject(new Error('Bad credentials')),
    };

    const { status, body } = await ask({ checks }, '/readyz');

    expect(status).toBe(503);
    expect(JSON.parse(body)).toEqual({ ready: false, failing: [{ check: 'github', reason: 'Bad credentials' }] });
  });

  it('answers /metrics without a name of a repository or a person', async () => {
    const data = someData({
      repositories: async () => [aRepository({ owner: 'acme-secret' })],
      recentSuggestions: async () => [aSuggestion({ owner: 'acme-secret' })],
    });

    const { status, headers, body } = await ask({ data }, '/metrics', { headers: fromAfar });

    expect(status).toBe(200);
    expect(headers['content-type']).toMatch('text/plain');
    expect(body).toContain('commscore_queue_jobs{lane="triage",state="delayed"} 7');
    expect(body).not.toMatch(/acme-secret|mara-l/);
  });

  it('answers HEAD without a body', async () => {
    const { status, headers, body } = await ask({}, '/healthz', { method: 'HEAD' });

    expect([status, headers['content-length'], body]).toEqual([200, '3', '']);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const { status, headers } = await ask({}, '/readyz', { method });

    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it.each([
    '/nothing',
    '/healthz/',
    '/api/github/webhooks',
    '//',
    '/repositories',
    '/repositories/a/b/c',
    '/repositories/%ff/x',
    '/repositories//x',
  ])('leaves %s to the next handler', async (path) => {
    expect(await ask({}, path)).toMatchObject({ status: 418 });
  });
});

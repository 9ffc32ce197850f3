import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { issueToken } from './authentication.ts';
import { type Simulator, startSimulator } from './simulator.ts';

describe('faults of the simulated GitHub', () => {
  let simulator: Simulator;
  let authorization: string;

  beforeEach(async () => {
    simulator = await startSimulator();
    await simulator.addRepository({ owner: 'acme', name: 'engine' });
    const installation = await simulator.install('acme');
    authorization = `token ${issueToken(simulator.world.state, installation, {}, new Date()).token}`;
    await simulator.openIssue('acme/engine', { title: 'It leaks', author: 'ana' });
  });

  afterEach(() => simulator.close());

  const read = (): Promise<Response> =>
    fetch(`${simulator.address}/api/v3/repos/acme/engine`, { headers: { authorization } });
  const write = (): Promise<Response> =>
    fetch(`${simulator.address}/api/v3/repos/acme/engine/issues/1/comments`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ body: 'hello' }),
    });

  it('fails as often as it is told to, then recovers', async () => {
    simulator.faults.serverError(502, { times: 2 });

    const statuses = [(await read()).status, (await read()).status, (await read()).status];

    expect(statuses).toEqual([502, 502, 200]);
  });

  it('hits only the requests that are chosen', async () => {
    simulator.faults.serverError(500, { where: ({ method }) => method === 'POST' });

    expect([(await read()).status, (await write()).status, (await write()).status]).toEqual([200, 500, 201]);
  });

  it('tells of both rate limits in GitHub’s headers', async () => {
    simulator.faults.primaryRateLimit({ resetInSeconds: 60 });
    simulator.faults.secondaryRateLimit({ status: 429, retryAfterSeconds: 7 });

    const [primary, secondary] = [await read(), await read()];

    expect([primary.status, primary.headers.get('x-ratelimit-remaining')]).toEqual([403, '0']);
    expect(Number(primary.headers.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now() / 1000);
    expect([secondary.status, secondary.headers.get('retry-after')]).toEqual([429, '7']);
  });

  it('breaks the connection before or after the write took effect', async () => {
    simulator.faults.reset('before');
    await expect(write()).rejects.toThrow();
    expect(simulator.comments('acme/engine', 1)).toHaveLength(0);

    simulator.faults.reset('after');
    await expect(write()).rejects.toThrow();
    expect(simulator.comments('acme/engine', 1)).toHaveLength(1);
  });

  it('lets tokens expire, and everything be out until it is back', async () => {
    simulator.faults.expiredToken();
    expect((await read()).status).toBe(401);

    simulator.faults.outage(true);
    await expect(read()).rejects.toThrow();
    simulator.faults.outage(false);
    expect((await read()).status).toBe(200);
  });

  it('logs who asked for what, what came of it and why', async () => {
    simulator.clearLog();
    simulator.faults.serverError(500);
    await read();
    await read();

    const installationId = simulator.world.state.installations[0]?.id;
    expect(simulator.requests).toMatchObject([
      {
        method: 'GET',
        path: '/api/v3/repos/acme/engine',
        operation: null,
        installationId,
        status: 500,
        fault: 'status',
      },
      {
        method: 'GET',
        path: '/api/v3/repos/acme/engine',
        operation: 'repos/get',
        installationId,
        status: 200,
        fault: null,
      },
    ]);
    expect(simulator.requestCounts()).toEqual({ 'GET (unknown)': 1, 'repos/get': 1 });
  });
});

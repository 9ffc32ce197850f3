import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Simulator, startSimulator } from './simulator.ts';

describe('the control of the simulator over HTTP', () => {
  let simulator: Simulator;

  beforeEach(async () => {
    simulator = await startSimulator({
      seeds: {
        small: async (it, name) => {
          await it.addRepository({ owner: 'acme', name, categories: [{ name: 'Q&A', answerable: true }] });
          return { repository: `acme/${name}` };
        },
      },
    });
  });

  afterEach(() => simulator.close());

  async function control(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${simulator.address}/_simulator/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return response.json();
  }

  it('seeds, acts, and tells what came of it', async () => {
    const seeded = await control('POST', 'seed', { name: 'small', argument: 'engine' });
    await control('POST', 'act', { do: 'install', with: ['acme'] });
    const opened = await control('POST', 'act', {
      do: 'openDiscussion',
      with: ['acme/engine', { title: 'How?', author: 'ana' }],
    });
    const name = { repository: 'acme/engine', number: 1 };
    const comment = await control('POST', 'act', { do: 'comment', with: [name, { author: 'bo', body: 'So.' }] });
    const { id } = comment as { id: number };
    const answered = await control('POST', 'act', { do: 'answerDiscussion', with: [name, { comment: id }, 'ana'] });

    expect(seeded).toEqual({ repository: 'acme/engine' });
    expect(opened).toMatchObject({ number: 1, title: 'How?' });
    expect(answered).toMatchObject({ answer_chosen_by: { login: 'ana' } });
    expect(await control('GET', 'comments?repository=acme/engine&number=1')).toMatchObject([{ body: 'So.' }]);
    expect(await control('GET', 'state')).toMatchObject({
      repositories: ['acme/engine'],
      environment: { GHE_PROTOCOL: 'http' },
    });
    expect(await control('GET', 'violations')).toEqual([]);
  });

  it('plans faults for chosen requests, and shows the log', async () => {
    await control('POST', 'fault', {
      kind: 'serverError',
      value: 502,
      where: { path: '/rate_limit' },
      options: { times: 1 },
    });

    const limit = await fetch(`${simulator.address}/api/v3/rate_limit`);

    expect(limit.status).toBe(502);
    expect(await control('GET', 'log')).toMatchObject([{ path: '/api/v3/rate_limit', status: 502 }]);
  });

  it('refuses what it does not know, and pages in a browser', async () => {
    expect(await control('POST', 'act', { do: 'constructor' })).toMatchObject({
      message: expect.stringContaining('no act constructor'),
    });
    expect(await control('GET', 'nothing')).toMatchObject({
      message: expect.stringContaining('no command GET nothing'),
    });
    const page = await fetch(`${simulator.address}/_simulator/state`, { headers: { origin: 'https://example.com' } });
    expect(page.status).toBe(403);
  });
});

import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPlayground, type Playground } from './playground.ts';

const examples = createRequire(import.meta.url)('@octokit/webhooks-examples') as {
  name: string;
  examples: object[];
}[];

describe('the webhook door of the real process', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground({}, async () => undefined);
  }, 60_000);
  afterAll(() => playground?.close());

  it('takes every example that GitHub publishes, signed, and stays up', async () => {
    const { github, app } = playground;
    const refused: string[] = [];

    for (const { name, examples: payloads } of examples) {
      for (const payload of payloads) {
        const { status } = await github.deliver({ event: name, payload });
        if (status < 200 || status > 299) refused.push(`${name}: ${status}`);
      }
    }

    expect(refused).toEqual([]);
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  }, 120_000);

  it.each([
    ['unsigned', { signature: null }, [400, 401]],
    ['wrongly signed', { signature: `sha256=${'0'.repeat(64)}` }, [401]],
    ['malformed', { payload: '{"action":' }, [400]],
    ['not an object', { payload: '[1]' }, [400]],
    ['without an event', { headers: { 'x-github-event': '' } }, [400]],
    ['oversized', { payload: JSON.stringify({ padding: 'x'.repeat(26 * 1024 * 1024) }) }, [413]],
  ])('answers 4xx to what is %s and queues nothing', async (_, over, expected) => {
    const before = await jobsSeen();

    const { status } = await playground.github.deliver({ event: 'issues', payload: issueOpened, ...over });

    expect(expected).toContain(status);
    expect(await jobsSeen()).toBe(before);
  });

  it('queues what is signed', async () => {
    const before = await jobsSeen();

    const { status } = await playground.github.deliver({ event: 'issues', payload: issueOpened });

    expect(status).toBe(202);
    expect(await jobsSeen()).toBeGreaterThan(before);
  });

  /** Jobs of every lane in every state; finished ones are kept for a while. */
  async function jobsSeen(): Promise<number> {
    const metrics = await (await fetch(`${playground.app.url}/metrics`)).text();
    const counts = metrics.split('\n').filter((line) => line.startsWith('commscore_queue_jobs{'));
    expect(counts.length).toBeGreaterThan(0);
    return counts.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  }
});

const issueOpened = {
  action: 'opened',
  installation: { id: 1 },
  repository: { name: 'engine', full_name: 'acme/engine', owner: { login: 'acme' }, default_branch: 'main' },
  issue: { number: 1, state: 'open', user: { login: 'ada', type: 'User' }, created_at: '2026-01-01T00:00:00Z' },
  sender: { login: 'ada', type: 'User' },
};

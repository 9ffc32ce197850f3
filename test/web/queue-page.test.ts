import { describe, expect, it } from '@jest/globals';
import { aJob, someData } from './sample-data.ts';
import { ask, openWeb } from './web-server.ts';

const LOCAL = { headers: { host: 'localhost' } };

describe('the page of the queue', () => {
  it('tells of each job what, whose, how often, when next and why it failed', async () => {
    const delayed = aJob({ state: 'delayed', kind: 'learn', attempts: 3, nextAt: '2026-11-24T06:20:00.000Z' });
    const { body } = await ask({ data: someData({ jobs: async () => [delayed] }) }, '/queue', LOCAL);

    expect(body).toContain('<th scope="row"><bdi>learn</bdi></th><td class="text"><bdi>acme/app</bdi></td>');
    expect(body).toContain('<td>3</td>');
    expect(body).toContain('>Nov 24, 06:20 UTC</time>');
    expect(body).toContain('GitHub answered 502');
    expect(body).not.toContain('<form');
  });

  it('shows no secret of an error', async () => {
    const failed = aJob({ error: 'POST https://x-access-token:ghs_abc@github.com: token=hunter2\nat stack' });
    const data = someData({ jobs: async () => [failed] });

    for (const path of ['/queue', '/api/v1/queue', '/api/v1/queue/jobs.csv']) {
      const { body } = await ask({ data }, path, LOCAL);
      expect(body).toContain('POST https://');
      expect(body).not.toMatch(/ghs_abc|hunter2|at stack/);
    }
  });

  it('says so where the queue cannot be asked', async () => {
    const gone = () => Promise.reject(new Error('connection refused'));
    const { status, body } = await ask({ data: someData({ jobs: gone, queueCounts: gone }) }, '/queue', LOCAL);

    expect(status).toBe(200);
    expect(body.match(/This cannot be read now: connection refused/g)).toHaveLength(2);
  });
});

describe('running a failed job again', () => {
  async function pressed(retryJob: (lane: string, id: string) => Promise<boolean>, token?: string) {
    const web = await openWeb({ data: someData({ retryJob, jobs: async () => [aJob({ id: 'a/b c' })] }) });
    try {
      const { body } = await web.ask('/queue', LOCAL);
      const [, action = ''] = /<form method="post" action="([^"]+)"/.exec(body) ?? [];
      const [, name = '', value = ''] = /<input type="hidden" name="([^"]+)" value="([^"]+)"/.exec(body) ?? [];
      const headers = { ...LOCAL.headers, 'sec-fetch-site': 'same-origin' };
      return await web.ask(action, { method: 'POST', headers, form: { [name]: token ?? value } });
    } finally {
      await web.close();
    }
  }

  it('names the job, and shows the queue again', async () => {
    const asked: string[][] = [];
    const answer = await pressed(async (...names) => {
      asked.push(names);
      return true;
    });

    expect([answer.status, answer.headers.location]).toEqual([303, '/queue']);
    expect(asked).toEqual([['triage', 'a/b c']]);
  });

  it('says so where it is gone', async () => {
    const { status, body } = await pressed(async () => false);

    expect([status, body]).toEqual([409, 'This job is not there any more, or has not failed.\n']);
  });

  it('is done for nobody who was not given the form', async () => {
    const asked: string[][] = [];
    const answer = await pressed(async (...names) => asked.push(names) > 0, 'made up');

    expect([answer.status, asked]).toEqual([403, []]);
  });
});

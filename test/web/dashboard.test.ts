import { describe, expect, it } from '@jest/globals';
import type { WebOptions } from '../../src/web/web-handler.ts';
import { nothing, sample } from '../comment/sample-suggestion.ts';
import { anAcceptance, aRepository, aSuggestion, someData } from './sample-data.ts';
import { ask } from './web-server.ts';

function pageOf(over: Partial<WebOptions> = {}, path = '/', headers = {}) {
  return ask(over, path, { headers: { host: 'localhost', ...headers } });
}

describe('overview', () => {
  it('shows state, queue, repositories and the latest suggestions with reasons', async () => {
    const { status, body } = await pageOf();

    expect(status).toBe(200);
    expect(body).toContain('version 1.2.3');
    expect(body).toContain('Ready');
    expect(body).toMatch(/<th scope="row">Triage<\/th><td>0<\/td><td>2<\/td>/);
    expect(body).toContain('1,204 changes · 318 threads · 41 documents');
    expect(body).toContain('<a href="https://github.com/acme/app/issues/21">#21</a>');
    expect(body).toContain('3 minutes ago');
    expect(body).toContain('measured <time datetime="2026-11-24T03:00:00.000Z">3 hours ago</time>');
    expect(body).toContain('comment written');
    expect(body).toContain('after 4.2 sec');
    expect(body).toContain('took 5 similar threads, such as <a href="https://github.com/acme/app/issues/8">#8</a>');
  });

  it('tells a lane that cannot be asked from an empty one', async () => {
    const { body } = await pageOf();

    expect(body).toMatch(/<th scope="row">Background<\/th><td class="quiet" colspan="4">unknown<\/td>/);
  });

  it('shows how far learning is', async () => {
    const learning = { state: 'running', percent: 62, minutesLeft: 7, pausedUntil: null } as const;
    const { body } = await pageOf({ data: someData({ repositories: async () => [aRepository({ learning })] }) });

    expect(body).toContain('learning 62%');
    expect(body).toContain('<progress max="100" value="62"');
    expect(body).toContain('about 7 min left');
  });

  it('shows that learning pauses', async () => {
    const pausedUntil = new Date(Date.now() + 86_400_000).toISOString();
    const learning = { state: 'running', percent: null, minutesLeft: null, pausedUntil } as const;
    const { body } = await pageOf({ data: someData({ repositories: async () => [aRepository({ learning })] }) });

    expect(body).toMatch(/pauses for \d+ min/);
  });

  it('says what is not ready, and keeps showing what can be read', async () => {
    const gone = () => Promise.reject(new Error('connect postgres://me:hunter2@db refused'));
    const { status, body } = await pageOf({
      checks: { database: gone },
      data: someData({ recentSuggestions: gone, queueCounts: gone }),
    });

    expect(status).toBe(200);
    expect(body).toContain('Not ready');
    expect(body).toContain('<b>Database</b> <bdi>connect postgres://db refused</bdi>');
    expect(body.match(/This cannot be read now:/g)).toHaveLength(2);
    expect(body).toContain('acme/app');
    expect(body).not.toContain('hunter2');
  });

  it('says so where nothing has happened yet', async () => {
    const data = someData({ repositories: async () => [], recentSuggestions: async () => [] });
    const { body } = await pageOf({ data });

    expect(body).toContain('No repository yet.');
    expect(body).toContain('Nothing suggested yet.');
  });

  it('shows a silent suggestion as such', async () => {
    const recentSuggestions = async () => [aSuggestion({ suggestion: nothing, comment: 'none', latencyMs: null })];
    const { body } = await pageOf({ data: someData({ recentSuggestions }) });

    expect(body).toContain('Nothing to say.');
    expect(body).toContain('no comment');
  });

  it('speaks Chinese to whoever asks for it, and keeps to it in its links', async () => {
    const byBrowser = await pageOf({}, '/', { 'accept-language': 'zh-CN,en;q=0.5' });
    const byLink = await pageOf({}, '/?lang=zh-CN', { 'accept-language': 'en' });

    for (const { body } of [byBrowser, byLink]) {
      expect(body).toContain('<html lang="zh-CN">');
      expect(body).toContain('处理过 5 个类似的任务');
    }
    expect(byBrowser.body).toContain('href="/repositories/acme/app"');
    expect(byLink.body).toContain('href="/repositories/acme/app?lang=zh-CN"');
  });
});

describe('page of a repository', () => {
  it('lists its suggestions with reasons in words', async () => {
    const suggestionsOf = async () => [aSuggestion({ type: 'pull', number: 22 })];
    const { status, body } = await pageOf({ data: someData({ suggestionsOf }) }, '/repositories/ACME/App');

    expect(status).toBe(200);
    expect(body).toContain('<h1><bdi>acme/app</bdi></h1>');
    expect(body).toContain('<a href="https://github.com/acme/app/pull/22">#22</a>');
    expect(body).toContain('reviewed 14 changes in <code><bdi>src/queue</bdi></code>, last 3 days ago');
  });

  it('shows what became of suggestions beside what they promised, and what is silent for it', async () => {
    const label = '<script>"bug"';
    const acceptanceOf = async () => [
      anAcceptance(),
      anAcceptance({ label, accepted: null, promised: null, silent: 'seldom-accepted' }),
      anAcceptance({ kind: 'related', minPrecision: null }),
    ];
    const { body } = await pageOf({ data: someData({ acceptanceOf }) }, '/repositories/acme/app');

    expect(body).toContain('What became of suggestions');
    expect(body).toContain(
      '<td>82% (67% – 91%)</td><td>87%</td><td>80%</td><td class="text"><span class="quiet">shown</span></td>',
    );
    expect(body).toContain('<th scope="row">Labels <bdi>&#60;script&#62;&#34;bug&#34;</bdi></th>');
    expect(body).toContain(
      '<td></td><td></td><td>80%</td><td class="text"><span class="alarm">silent: seldom accepted</span></td>',
    );
    expect(body).toContain('Originals of duplicates');
  });

  it('says so where nothing was decided yet, and where the configuration cannot be read', async () => {
    const path = '/repositories/acme/app';
    const none = await pageOf({ data: someData({ acceptanceOf: async () => [] }) }, path);
    const unreadable = await pageOf(
      { data: someData({ acceptanceOf: () => Promise.reject(new Error('down')) }) },
      path,
    );

    expect(none.body).toContain('Nothing was decided yet.');
    expect(unreadable.body).toContain('This cannot be read now: down');
  });

  it('asks nothing of a repository that is not known, whatever is in its name', async () => {
    const asked: unknown[] = [];
    const suggestionsOf = async (name: unknown) => {
      asked.push(name);
      return [];
    };

    const { status, body } = await pageOf(
      { data: someData({ suggestionsOf }) },
      '/repositories/a%2F..%2Fb/%3Cscript%3E',
    );

    expect(asked).toEqual([]);
    expect(status).toBe(404);
    expect(body).toContain('No such repository is known here.');
    expect(body).not.toContain('<script');
  });
});

describe('hostile text', () => {
  const attack = `"><script>alert(1)</script><img src=x onerror=alert(1)>'\u202E`;
  const person = { login: attack, score: 1, probability: 0.5 };
  const hostile = aSuggestion({
    owner: attack,
    repo: attack,
    comment: attack,
    suggestion: {
      labels: [{ name: attack, probability: 0.5, reasons: [] }],
      assignees: [
        {
          ...person,
          reasons: [
            { kind: 'reviewed', path: attack, times: 1, lastDays: 1 },
            { kind: 'owner', pattern: attack },
          ],
        },
        { ...person, reasons: [{ kind: 'took-similar', threads: [attack], times: 1 }] },
      ],
      reviewers: [],
      related: sample.related.map((item) => ({ ...item, id: attack, title: attack, url: `javascript:${attack}` })),
    },
  });
  const data = someData({
    repositories: async () => [aRepository({ owner: attack, repo: attack, facts: { [attack]: 1 } })],
    recentSuggestions: async () => [hostile],
    suggestionsOf: async () => [hostile],
    queueCounts: async () => [{ lane: attack, counts: null }],
  });
  const checks = { [attack]: () => Promise.reject(new Error(attack)) };
  const path = `/repositories/${encodeURIComponent(attack)}/${encodeURIComponent(attack)}`;

  it.each(['/', path, `/?lang=${encodeURIComponent(attack)}`])('stays text on %s', async (address) => {
    const { status, body } = await pageOf({ data, checks }, address);

    expect(status).toBe(200);
    expect(body).toContain('&#60;script&#62;');
    expect(body).not.toMatch(/<script|<img src=x|href="javascript:/i);
  });
});

describe('who may see the dashboard', () => {
  it.each(['/', '/repositories/acme/app'])('explains the way to whoever is not at this machine: %s', async (path) => {
    for (const headers of [{ host: 'evil.example' }, { host: 'localhost', 'x-forwarded-for': '127.0.0.1' }]) {
      const { status, body } = await ask({}, path, { headers });

      expect(status).toBe(403);
      expect(body).toMatch(/ssh -N -L (\d+):127\.0\.0\.1:\1 USER@HOST/);
      expect(body).not.toMatch(/mara-l|#21/);
    }
  });

  it.each(['/', '/repositories/acme/app'])('is nowhere when switched off: %s', async (path) => {
    expect(await pageOf({ dashboard: 'off' }, path)).toMatchObject({ status: 404, body: 'not found\n' });
  });
});

describe('headers', () => {
  it.each(['/', '/repositories/acme/app', '/assets/style.css', '/assets/icon.svg', '/healthz'])(
    'let nothing run, frame or sniff %s',
    async (path) => {
      const { headers } = await pageOf({}, path);

      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
      });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'; img-src 'self';/);
      expect(headers['content-security-policy']).not.toMatch(/unsafe|script-src/);
    },
  );

  it('fit the pages: no style or script inside, and only assets that are served', async () => {
    const { body } = await pageOf();
    const assets = [...body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '');

    expect(body).not.toMatch(/ style=| on\w+=|<style|<script/);
    for (const asset of new Set(assets)) expect(await pageOf({}, asset)).toMatchObject({ status: 200 });
  });

  it('keep pages out of caches', async () => {
    expect((await pageOf()).headers['cache-control']).toBe('no-store');
  });
});

describe('a page that cannot be made', () => {
  it('says so without the error, which goes to the log', async () => {
    const logged: object[] = [];
    const metrics = { contentType: 'text/plain', text: () => Promise.reject(new Error('hunter2')) };
    const { status, body } = await ask({ metrics, log: { error: (facts) => logged.push(facts) } }, '/metrics');

    expect([status, body]).toEqual([500, 'This page could not be made. The log says why.\n']);
    expect(logged).toEqual([{ err: expect.any(Error), route: '/metrics' }]);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import { type GitHubClient, gitHubClient } from '../../src/github/client.ts';
import { GitHubAccessError, GitHubRequestError } from '../../src/github/github-error.ts';
import { testProbot } from './probot.ts';

const TOKEN = 'ghs_averysecrettoken0123456789';
const REST = 'http://ghe.test/api/v3';
const issue = { installationId: 5, owner: 'acme', repo: 'hello', type: 'issue', number: 7 } as const;
const dataDir = mkdtempSync(join(tmpdir(), 'commscore-client-'));

let logged: string[];
let now: number;
let github: GitHubClient;

beforeEach(() => {
  nock.disableNetConnect();
  logged = [];
  now = 0;
  const probot = testProbot({ baseUrl: REST, logged });
  github = gitHubClient({ probot, web: 'http://ghe.test', dataDir, now: () => now });
});

afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

afterAll(() => rmSync(dataDir, { recursive: true }));

function givesToken(): void {
  const expires_at = new Date(Date.now() + 3_600_000).toISOString();
  nock(REST).post('/app/installations/5/access_tokens').reply(201, { token: TOKEN, expires_at, permissions: {} });
}

function isApp(): void {
  nock(REST).get('/app').reply(200, { slug: 'commscore' });
}

function graphql(answer: object) {
  return nock('http://ghe.test', { reqheaders: { authorization: `token ${TOKEN}` } })
    .post('/api/graphql')
    .reply(200, answer);
}

async function errorOf(run: Promise<unknown>): Promise<Error> {
  const [result] = await Promise.allSettled([run]);
  if (result?.status === 'rejected' && result.reason instanceof Error) return result.reason;
  throw new Error('nothing was thrown');
}

const issueAnswer = {
  number: 7,
  title: 'It breaks',
  body: 'Badly',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-02T00:00:00Z',
  closedAt: '2026-01-03T00:00:00Z',
  state: 'CLOSED',
  stateReason: 'DUPLICATE',
  locked: true,
  author: { __typename: 'Bot', login: 'renovate' },
  labels: { nodes: [{ name: 'bug' }, null] },
  assignees: { nodes: [{ login: 'ada' }] },
  participants: { nodes: [{ login: 'ada' }, { login: 'bob' }] },
};

describe('readThread', () => {
  it('reads an issue in one request, at the address of the own server', async () => {
    givesToken();
    graphql({ data: { repository: { thread: issueAnswer } } });

    expect(await github.readThread(issue)).toEqual({
      fact: {
        kind: 'thread',
        type: 'issue',
        id: '7',
        time: '2026-01-01T00:00:00Z',
        author: 'renovate[bot]',
        title: 'It breaks',
        body: 'Badly',
        labels: ['bug'],
        assignees: ['ada'],
        participants: ['ada', 'bob'],
        state: 'closed',
        closedAt: '2026-01-03T00:00:00Z',
        outcome: 'duplicate',
      },
      locked: true,
      draft: false,
      authorIsBot: true,
      files: [],
      reviewers: [],
    });
    expect(nock.isDone()).toBe(true);
  });

  it('talks to github.com where no other address is given', async () => {
    const expires_at = new Date(Date.now() + 3_600_000).toISOString();
    nock('https://api.github.com').post('/app/installations/5/access_tokens').reply(201, { token: TOKEN, expires_at });
    nock('https://api.github.com')
      .post('/graphql')
      .reply(200, { data: { repository: null } });
    const hosted = gitHubClient({ probot: testProbot(), web: 'https://github.com', dataDir });

    expect(await hosted.readThread(issue)).toBeNull();
    expect(nock.isDone()).toBe(true);
  });

  it('reads a pull request with up to 300 files', async () => {
    const page = (n: number, more: boolean) => ({
      nodes: [{ path: `f${n}`, additions: n, deletions: 0 }],
      pageInfo: { hasNextPage: more, endCursor: `c${n}` },
    });
    const pull = {
      ...issueAnswer,
      state: 'MERGED',
      mergedAt: '2026-01-03T00:00:00Z',
      isDraft: true,
      mergeCommit: { oid: 'a'.repeat(40) },
      reviewRequests: {
        nodes: [
          { requestedReviewer: { __typename: 'Team' } },
          { requestedReviewer: { __typename: 'User', login: 'eve' } },
        ],
      },
      latestReviews: {
        nodes: [
          { author: { __typename: 'User', login: 'bob' } },
          { author: null },
          { author: { __typename: 'Bot', login: 'x' } },
        ],
      },
      files: page(1, true),
    };
    givesToken();
    graphql({ data: { repository: { thread: pull } } });
    graphql({ data: { repository: { thread: { files: page(2, true) } } } });
    graphql({ data: { repository: { thread: { files: page(3, true) } } } });

    const reading = await github.readThread({ ...issue, type: 'pull' });

    expect(reading?.files.map(({ path }) => path)).toEqual(['f1', 'f2', 'f3']);
    expect(reading).toMatchObject({
      draft: true,
      reviewers: ['eve', 'bob'],
      fact: { state: 'closed', outcome: 'merged' },
    });
  });

  it.each([
    ['the thread', { data: { repository: { thread: null } }, errors: [{ type: 'NOT_FOUND', message: 'no issue' }] }],
    ['the repository', { data: { repository: null }, errors: [{ type: 'NOT_FOUND', message: 'no repository' }] }],
    ['everything', { data: { repository: null } }],
  ])('gives null where %s is gone', async (_title, answer) => {
    givesToken();
    graphql(answer);

    expect(await github.readThread(issue)).toBeNull();
  });
});

describe('errors', () => {
  it.each([
    [403, 'This installation has been suspended', GitHubAccessError],
    [404, 'Not Found', GitHubAccessError],
    [500, 'Oops', GitHubRequestError],
  ])('without a token, answered %i, say who must act', async (status, message, kind) => {
    nock(REST).post('/app/installations/5/access_tokens').reply(status, { message });

    const error = await errorOf(github.readThread(issue));

    expect(error).toBeInstanceOf(kind);
    expect(error.message).toContain(message);
  });

  it.each([
    [403, { message: 'Resource not accessible by integration' }, {}, GitHubAccessError],
    [403, { message: 'You have exceeded a secondary rate limit' }, { 'retry-after': '60' }, GitHubRequestError],
    [403, { message: 'API rate limit exceeded' }, { 'x-ratelimit-remaining': '0' }, GitHubRequestError],
    [429, { message: 'Too many' }, {}, GitHubRequestError],
    [502, 'Bad gateway', {}, GitHubRequestError],
    [422, { message: 'Validation Failed', errors: [{ code: 'x' }] }, {}, GitHubRequestError],
  ])('answered %i %j is of the right kind', async (status, body, headers, kind) => {
    givesToken();
    nock(REST)
      .get(/labels/)
      .reply(status, body, headers);

    expect(await errorOf(github.readLabels(issue))).toBeInstanceOf(kind);
  });

  it('of GraphQL are of the right kind', async () => {
    givesToken();
    graphql({ data: null, errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }] });
    graphql({ data: null, errors: [{ type: 'RATE_LIMITED', message: 'later' }] });

    expect(await errorOf(github.readThread(issue))).toBeInstanceOf(GitHubAccessError);
    expect(await errorOf(github.readThread(issue))).toBeInstanceOf(GitHubRequestError);
  });

  it.each([
    ['answered badly', (scope: nock.Interceptor) => scope.reply(500, { message: `no: token ${TOKEN} and ${TOKEN}` })],
    ['not answered', (scope: nock.Interceptor) => scope.replyWithError(`broke at Bearer ${TOKEN}`)],
  ])('%s hold no token, and neither does the log', async (_title, fail) => {
    givesToken();
    fail(nock(REST).get(/labels/));

    const error = await errorOf(github.readLabels(issue));

    expect(error).toBeInstanceOf(GitHubRequestError);
    expect(error.cause).toBeUndefined();
    const everything = `${inspect(error, { depth: null, showHidden: true })} ${error.stack} ${JSON.stringify(error)}`;
    expect(everything).toContain('/api/v3/repos/acme/hello/labels');
    expect(everything).not.toMatch(/averysecret|eyJ|authorization/i);
    expect(logged.join('')).not.toMatch(/averysecret|eyJ/);
  });
});

describe('readConfig', () => {
  function file(repo: string, text: string | null, ref?: string) {
    const path = `/repos/acme/${repo}/contents/${encodeURIComponent('.github/commscore.yml')}`;
    const scope = nock(REST)
      .get(path)
      .query(ref === undefined ? {} : { ref });
    if (text === null) return scope.reply(404, { message: 'Not Found' });
    return scope.reply(200, { type: 'file', encoding: 'base64', content: Buffer.from(text).toString('base64') });
  }

  function commits(repo: string, ids: string[]) {
    const query = { path: '.github/commscore.yml', per_page: '11' };
    return nock(REST)
      .get(`/repos/acme/${repo}/commits`)
      .query(query)
      .reply(
        200,
        ids.map((sha) => ({ sha })),
      );
  }

  it('lays the file of the repository over the one of the owner', async () => {
    givesToken();
    file('.github', 'mode: shadow\nlabels: { max: 1, deny: [a] }');
    file('hello', 'labels: { max: 2 }');

    const { config, problems } = await github.readConfig(issue);

    expect(problems).toEqual([]);
    expect(config).toMatchObject({ mode: 'shadow', labels: { max: 2, deny: ['a'] } });
  });

  it('is the default where there is no file', async () => {
    givesToken();
    file('.github', null);
    file('hello', null);

    expect((await github.readConfig(issue)).config.mode).toBe('suggest');
  });

  it('goes back to the last good version of a bad file, and tells what is wrong', async () => {
    givesToken();
    file('.github', null);
    file('hello', 'mode: loud');
    commits('hello', ['c3', 'c2', 'c1']);
    file('hello', 'also: bad', 'c2');
    file('hello', 'mode: shadow', 'c1');

    const { config, problems } = await github.readConfig(issue);

    expect(config.mode).toBe('shadow');
    expect(problems).toEqual([
      { file: 'acme/hello:.github/commscore.yml', line: 1, message: expect.stringContaining('mode') },
    ]);
  });

  it('still lays a good file over a bad one that never was good', async () => {
    givesToken();
    file('.github', 'x'.repeat(70_000));
    commits('.github', ['c1']);
    file('hello', 'language: zh-CN');

    const { config, problems } = await github.readConfig(issue);

    expect(config.language).toBe('zh-CN');
    expect(problems).toEqual([{ file: 'acme/.github:.github/commscore.yml', line: null, message: expect.any(String) }]);
  });

  it('is kept for two minutes, or until something was pushed there or to the owner’s file', async () => {
    givesToken();
    const changes = [
      () => undefined,
      () => {
        now += 119_000;
      },
      () => {
        now += 2_000;
      },
      () => github.forgetCached({ owner: 'Acme', repo: 'Hello' }),
      () => github.forgetCached({ owner: 'acme', repo: '.github' }),
      () => github.forgetCached({ owner: 'acme', repo: 'other' }),
    ];
    const modes = ['suggest', 'shadow', 'auto', 'suggest'];
    for (const mode of modes) {
      file('.github', null);
      file('hello', `mode: ${mode}`);
    }

    const seen: string[] = [];
    for (const change of changes) {
      change();
      seen.push((await github.readConfig(issue)).config.mode);
    }

    expect(seen).toEqual(['suggest', 'suggest', 'shadow', 'auto', 'suggest', 'suggest']);
  });

  it('is asked for once by many at the same time, and again after an error', async () => {
    givesToken();
    nock(REST)
      .get(/hello\/contents/)
      .reply(500, 'no');
    file('.github', null);

    const failed = await Promise.allSettled([github.readConfig(issue), github.readConfig(issue)]);

    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    file('.github', null);
    file('hello', 'mode: auto');
    expect((await github.readConfig(issue)).config.mode).toBe('auto');
  });
});

describe('readCodeowners', () => {
  it.each([
    ['.github/CODEOWNERS', ['.github/CODEOWNERS']],
    ['CODEOWNERS', ['.github/CODEOWNERS', 'CODEOWNERS']],
    ['docs/CODEOWNERS', ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']],
  ])('finds %s in the order of GitHub', async (there, asked) => {
    givesToken();
    for (const path of asked) {
      const scope = nock(REST).get(`/repos/acme/hello/contents/${encodeURIComponent(path)}`);
      if (path === there) scope.reply(200, { type: 'file', encoding: 'base64', content: btoa('* @ada') });
      else scope.reply(404, {});
    }

    expect(await github.readCodeowners(issue)).toBe('* @ada');
    expect(nock.isDone()).toBe(true);
  });
});

describe('upsertComment', () => {
  const COMMENTS = '/repos/acme/hello/issues/7/comments';
  const body = '<!-- commscore:triage -->\nHello';
  const own = { id: 1, body, user: { login: 'commscore[bot]', type: 'Bot' } };

  function holds(comments: object[]): void {
    nock(REST).get(COMMENTS).query(true).reply(200, comments);
  }

  beforeEach(() => {
    givesToken();
    isApp();
  });

  it.each([
    ['none at all', []],
    ['one that a human copied', [{ ...own, user: { login: 'eve', type: 'User' } }]],
    ['one of another bot', [{ ...own, user: { login: 'other[bot]', type: 'Bot' } }]],
    ['one of a human who is named like us', [{ ...own, user: { login: 'commscore[bot]', type: 'User' } }]],
    ['an own one of another kind', [{ ...own, body: 'Done.' }]],
    ['one of a deleted account', [{ ...own, user: null }]],
  ])('writes the comment where there is %s', async (_title, comments) => {
    holds(comments);
    nock(REST).post(COMMENTS, { body }).reply(201, own);

    expect(await github.upsertComment(issue, body)).toBe('created');
    expect(nock.isDone()).toBe(true);
  });

  it('leaves alone what says the same', async () => {
    holds([{ ...own, body: body.replace('\n', '\r\n') }]);

    expect(await github.upsertComment(issue, body)).toBe('unchanged');
  });

  it('edits the first and removes the others', async () => {
    holds([own, { ...own, id: 2 }, { ...own, id: 3 }]);
    nock(REST).delete('/repos/acme/hello/issues/comments/2').reply(204);
    nock(REST).delete('/repos/acme/hello/issues/comments/3').reply(404, {});
    nock(REST)
      .patch('/repos/acme/hello/issues/comments/1', { body: `${body}!` })
      .reply(200, own);

    expect(await github.upsertComment(issue, `${body}!`)).toBe('updated');
    expect(nock.isDone()).toBe(true);
  });

  it('removes it when there is nothing to say', async () => {
    holds([own]);
    nock(REST).delete('/repos/acme/hello/issues/comments/1').reply(204);
    holds([]);

    expect(await github.upsertComment(issue, null)).toBe('removed');
    expect(await github.upsertComment(issue, null)).toBe('none');
  });

  it.each([
    ['an error', (scope: nock.Interceptor) => scope.reply(502, 'no')],
    ['silence', (scope: nock.Interceptor) => scope.replyWithError('socket hang up')],
  ])('looks again when the write was answered by %s, and writes no second one', async (_title, fail) => {
    holds([]);
    fail(nock(REST).post(COMMENTS));
    holds([own]);

    expect(await github.upsertComment(issue, body)).toBe('created');
    expect(nock.isDone()).toBe(true);
  });

  it('fails when the write is really lost, so that the job comes again', async () => {
    holds([]);
    nock(REST).post(COMMENTS).reply(502, 'no');
    holds([]);

    expect(await errorOf(github.upsertComment(issue, body))).toBeInstanceOf(GitHubRequestError);
  });

  it('has nothing to do where the thread is gone', async () => {
    nock(REST).get(COMMENTS).query(true).reply(410, {});

    expect(await github.upsertComment(issue, body)).toBe('none');
  });
});

describe('apply', () => {
  it('only adds, and asks for reviews of pull requests only', async () => {
    const additions = { labels: ['bug'], assignees: ['ada'], reviewers: ['bob'] };
    givesToken();
    for (const type of ['issue', 'pull']) {
      nock(REST)
        .post('/repos/acme/hello/issues/7/labels', { labels: ['bug'] })
        .reply(200, []);
      nock(REST)
        .post('/repos/acme/hello/issues/7/assignees', { assignees: ['ada'] })
        .reply(201, {});
      if (type === 'pull') {
        nock(REST)
          .post('/repos/acme/hello/pulls/7/requested_reviewers', { reviewers: ['bob'] })
          .reply(201, {});
      }
    }

    await github.apply(issue, additions);
    await github.apply({ ...issue, type: 'pull' }, additions);
    await github.apply({ ...issue, type: 'discussion' }, additions);
    await github.apply(issue, { labels: [], assignees: [], reviewers: [] });

    expect(nock.isDone()).toBe(true);
  });
});

describe('the lists of a repository', () => {
  it('are read to their end, and once', async () => {
    givesToken();
    const next = { link: `<${REST}/repos/acme/hello/assignees?per_page=100&page=2>; rel="next"` };
    nock(REST)
      .get('/repos/acme/hello/assignees')
      .query({ per_page: '100' })
      .reply(200, [{ login: 'ada' }], next);
    nock(REST)
      .get('/repos/acme/hello/assignees')
      .query({ per_page: '100', page: '2' })
      .reply(200, [{ login: 'bob' }]);

    expect(await github.readAssignable(issue)).toEqual(new Set(['ada', 'bob']));
    expect(await github.readAssignable(issue)).toEqual(new Set(['ada', 'bob']));
  });
});

describe('ownLogin', () => {
  it('is asked for once, and again after an error', async () => {
    nock(REST).get('/app').reply(401, { message: 'Bad credentials' });
    isApp();

    expect(await errorOf(github.ownLogin())).toBeInstanceOf(GitHubRequestError);
    expect(await github.ownLogin()).toBe('commscore[bot]');
    expect(await github.ownLogin()).toBe('commscore[bot]');
  });
});

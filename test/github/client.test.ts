import { beforeEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import type { GitHubClient } from '../../src/github/client.ts';
import { GitHubRequestError } from '../../src/github/github-error.ts';
import { errorOf, givesToken, isApp, issue, nockedClient, REST, useNock } from './nocked-client.ts';

let github: GitHubClient;

useNock();

beforeEach(() => {
  github = nockedClient();
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

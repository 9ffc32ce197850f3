import { beforeEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import type { GitHubClient } from '../../src/github/client.ts';
import { GitHubAccessError, GitHubRequestError } from '../../src/github/github-error.ts';
import {
  errorOf,
  givesToken,
  graphql,
  isApp,
  issue,
  nockedClient,
  REST,
  repositoryAnswer,
  useNock,
} from './nocked-client.ts';

let github: GitHubClient;

useNock();

beforeEach(() => {
  github = nockedClient();
});

describe('readCodeowners', () => {
  it.each([
    ['.github/CODEOWNERS', ['* @ada', '* @bob', null], '* @ada'],
    ['CODEOWNERS', [null, '* @bob', '* @eve'], '* @bob'],
    ['docs/CODEOWNERS', [null, null, '* @eve'], '* @eve'],
    ['nothing', [null, null, null], ''],
  ])('finds %s in the order of GitHub', async (_there, codeowners, found) => {
    givesToken();
    graphql({ data: repositoryAnswer({ codeowners }) });

    expect(await github.readCodeowners(issue)).toBe(found);
  });
});

describe('apply', () => {
  it('only adds, asks for reviews of pull requests only, and tells what then stands', async () => {
    const additions = { labels: ['bug'], assignees: ['ada', 'gone'], reviewers: ['bob'] };
    givesToken();
    for (const type of ['issue', 'pull']) {
      nock(REST)
        .post('/repos/acme/hello/issues/7/labels', { labels: ['bug'] })
        .reply(200, [{ name: 'Bug' }]);
      nock(REST)
        .post('/repos/acme/hello/issues/7/assignees', { assignees: ['ada', 'gone'] })
        .reply(201, { assignees: [{ login: 'ada' }] });
      if (type === 'pull') {
        nock(REST)
          .post('/repos/acme/hello/pulls/7/requested_reviewers', { reviewers: ['bob'] })
          .reply(422, { message: 'Reviews may only be requested from collaborators' });
      }
    }

    const standing = { labels: ['bug'], assignees: ['ada'], reviewers: [], refused: [] };
    const nothing = { labels: [], assignees: [], reviewers: [] };
    expect(await github.apply(issue, additions)).toEqual(standing);
    expect(await github.apply({ ...issue, type: 'pull' }, additions)).toEqual(standing);
    expect(await github.apply(issue, nothing)).toEqual({ ...nothing, refused: [] });
    expect(nock.isDone()).toBe(true);
  });

  it.each([
    [403, 'Resource not accessible by integration'],
    [404, 'Not Found'],
    [410, 'Issues are disabled for this repo'],
  ])('tells what is refused with %i, and goes on with the rest', async (status, message) => {
    givesToken();
    nock(REST).post('/repos/acme/hello/issues/7/labels').reply(status, { message });
    nock(REST)
      .post('/repos/acme/hello/issues/7/assignees')
      .reply(201, { assignees: [{ login: 'ada' }] });

    expect(await github.apply(issue, { labels: ['bug'], assignees: ['ada'], reviewers: [] })).toEqual({
      ...{ labels: [], assignees: ['ada'], reviewers: [] },
      refused: ['labels'],
    });
  });

  it('does not take a suspended installation for a refused addition', async () => {
    nock(REST)
      .post(/access_tokens/)
      .reply(403, { message: 'This installation has been suspended' });

    await expect(github.apply(issue, { labels: ['bug'], assignees: [], reviewers: [] })).rejects.toThrow(
      GitHubAccessError,
    );
  });

  it('gives discussions labels, which is all that they have', async () => {
    const additions = { labels: ['bug', 'gone'], assignees: ['ada'], reviewers: ['bob'] };
    givesToken();
    graphql({ data: { repository: { discussion: { id: 'D_1' }, label0: { id: 'LA_1' }, label1: null } } });
    graphql({ data: { changed: { labelable: { labels: { nodes: [{ name: 'Bug' }] } } } } });

    const standing = { labels: ['bug'], assignees: [], reviewers: [], refused: [] };
    expect(await github.apply({ ...issue, type: 'discussion' }, additions)).toEqual(standing);
    expect(nock.isDone()).toBe(true);
  });
});

describe('the lists of a repository', () => {
  it('are read to their end, and once', async () => {
    const rest = { nodes: [{ login: 'bob' }], pageInfo: { hasNextPage: false, endCursor: 'c2' } };
    givesToken();
    graphql({ data: repositoryAnswer({ people: ['ada'], morePeople: 'c1' }) });
    graphql({ data: { repository: { assignableUsers: rest } } });

    expect(await github.readAssignable(issue)).toEqual(new Set(['ada', 'bob']));
    expect(await github.readAssignable(issue)).toEqual(new Set(['ada', 'bob']));
  });
});

describe('a repository of which not everything is told', () => {
  const error = (type: string, ...path: string[]) => ({ type, path, message: 'no' });

  it('has what is told, and its writers are asked for in another way', async () => {
    const { repository } = repositoryAnswer({ codeowners: ['* @ada'] }) as { repository: object };
    const errors = [error('NOT_FOUND', 'defaults'), error('FORBIDDEN', 'repository', 'collaborators')];
    givesToken();
    graphql({ data: { repository: { ...repository, collaborators: null }, defaults: null }, errors });
    nock(REST)
      .get('/repos/acme/hello/collaborators')
      .query({ permission: 'push', per_page: '100' })
      .reply(200, [{ login: 'ada' }]);

    expect(await github.readCodeowners(issue)).toBe('* @ada');
    expect(await github.readWriters(issue)).toEqual(new Set(['ada']));
    expect(nock.isDone()).toBe(true);
  });

  it('is empty where it is gone', async () => {
    givesToken();
    graphql({ data: { repository: null, defaults: null }, errors: [error('NOT_FOUND', 'repository')] });

    expect(await github.readLabels(issue)).toEqual([]);
  });

  it('is not known where anything else went wrong', async () => {
    const data = repositoryAnswer({});
    givesToken();
    graphql({ data, errors: [error('INTERNAL', 'repository', 'labels')] });

    expect(await errorOf(github.readLabels(issue))).toBeInstanceOf(GitHubRequestError);
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

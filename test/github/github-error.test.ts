import { inspect } from 'node:util';
import { beforeEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import { PutOffError } from '../../src/domain/put-off-error.ts';
import type { GitHubClient } from '../../src/github/client.ts';
import { GitHubAccessError, GitHubRequestError } from '../../src/github/github-error.ts';
import { errorOf, givesToken, graphql, issue, nockedClient, REST, TOKEN, useNock } from './nocked-client.ts';

const HOST = 'http://ghe.test';

let github: GitHubClient;
let logged: string[];

useNock();

beforeEach(() => {
  logged = [];
  github = nockedClient({ logged });
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
    [403, { message: 'You have exceeded a secondary rate limit' }, { 'retry-after': '60' }, PutOffError],
    [403, { message: 'API rate limit exceeded' }, { 'x-ratelimit-remaining': '0' }, PutOffError],
    [429, { message: 'Too many' }, {}, PutOffError],
    [502, 'Bad gateway', {}, GitHubRequestError],
    [422, { message: 'Validation Failed', errors: [{ code: 'x' }] }, {}, GitHubRequestError],
  ])('answered %i %j is of the right kind', async (status, body, headers, kind) => {
    givesToken();
    nock(HOST).post('/api/graphql').reply(status, body, headers);

    expect(await errorOf(github.readLabels(issue))).toBeInstanceOf(kind);
  });

  it('of GraphQL are of the right kind', async () => {
    givesToken();
    graphql({ data: null, errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }] });
    graphql({ data: null, errors: [{ type: 'INTERNAL', message: 'Oops' }] });
    graphql({ data: null, errors: [{ type: 'RATE_LIMITED', message: 'later' }] });

    expect(await errorOf(github.readThread(issue))).toBeInstanceOf(GitHubAccessError);
    expect(await errorOf(github.readThread(issue))).toBeInstanceOf(GitHubRequestError);
    expect(await errorOf(github.readThread(issue))).toBeInstanceOf(PutOffError);
  });

  it.each([
    ['answered badly', (scope: nock.Interceptor) => scope.reply(500, { message: `no: token ${TOKEN} and ${TOKEN}` })],
    ['not answered', (scope: nock.Interceptor) => scope.replyWithError(`broke at Bearer ${TOKEN}`)],
  ])('%s hold no token, and neither does the log', async (_title, fail) => {
    givesToken();
    fail(nock(HOST).post('/api/graphql'));

    const error = await errorOf(github.readLabels(issue));

    expect(error).toBeInstanceOf(GitHubRequestError);
    expect(error.cause).toBeUndefined();
    const everything = `${inspect(error, { depth: null, showHidden: true })} ${error.stack} ${JSON.stringify(error)}`;
    expect(everything).toContain('POST /api/graphql');
    expect(everything).not.toMatch(/averysecret|eyJ|authorization/i);
    expect(logged.join('')).not.toMatch(/averysecret|eyJ/);
  });
});

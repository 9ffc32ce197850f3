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

  describe('with what was read of the thread just before', () => {
    const comment = { id: '1', body, author: 'commscore[bot]', authorIsBot: true };
    const standing = { threadId: 'I_7', comments: [comment], complete: true };

    it('looks nothing up', async () => {
      const none = { ...standing, comments: [] };
      nock(REST).post(COMMENTS, { body }).reply(201, own);

      expect(await github.upsertComment(issue, body, { standing: none })).toBe('created');
      expect(await github.upsertComment(issue, body, { standing })).toBe('unchanged');
      expect(nock.isDone()).toBe(true);
    });

    it('looks again after a write whose answer was lost', async () => {
      nock(REST).post(COMMENTS).reply(502, 'no');
      holds([own]);

      expect(await github.upsertComment(issue, body, { standing: { ...standing, comments: [] } })).toBe('created');
      expect(nock.isDone()).toBe(true);
    });

    it('looks where not all comments were read and the own one is not among them', async () => {
      const others = [{ ...comment, author: 'other[bot]' }];
      holds([own]);

      const change = await github.upsertComment(issue, body, {
        standing: { ...standing, comments: others, complete: false },
      });

      expect(change).toBe('unchanged');
      expect(nock.isDone()).toBe(true);
    });

    it('takes it for deleted where a human deleted it meanwhile', async () => {
      nock(REST).patch('/repos/acme/hello/issues/comments/1').reply(404, {});

      expect(await github.upsertComment(issue, `${body}!`, { standing })).toBe('none');
    });
  });

  it('has nothing to do where the thread is gone', async () => {
    nock(REST).get(COMMENTS).query(true).reply(410, {});

    expect(await github.upsertComment(issue, body)).toBe('none');
  });
});

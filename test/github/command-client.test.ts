import { beforeEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import type { GitHubClient } from '../../src/github/client.ts';
import { givesToken, graphql, isApp, issue, nockedClient, REST, useNock } from './nocked-client.ts';

useNock();

let github: GitHubClient;
beforeEach(() => {
  github = nockedClient();
  givesToken();
});

const COMMENT = '/repos/acme/hello/issues/7/comments';

function aNode(over: object = {}) {
  return {
    id: 'IC_1',
    body: '/commscore help',
    createdAt: '2026-06-01T00:00:00Z',
    author: { __typename: 'User', login: 'mara' },
    editor: null,
    reactionGroups: [
      { content: 'EYES', viewerHasReacted: true },
      { content: 'HEART', viewerHasReacted: false },
    ],
    thread: { number: 7, locked: false, repository: { name: 'Hello', owner: { login: 'ACME' } } },
    ...over,
  };
}

describe('a comment by its node id', () => {
  it('is read as it stands', async () => {
    graphql({ data: { node: aNode() } });

    expect(await github.readComment(issue, 'IC_1')).toEqual({
      id: 'IC_1',
      body: '/commscore help',
      author: 'mara',
      authorIsHuman: true,
      locked: false,
      createdAt: '2026-06-01T00:00:00Z',
      reactions: ['EYES'],
      replyTo: null,
    });
  });

  it.each([
    ['is not found', null],
    ['is none', { __typename: 'Issue' }],
    ['is of another thread', aNode({ thread: { ...aNode().thread, number: 8 } })],
    [
      'is of another repository',
      aNode({ thread: { ...aNode().thread, repository: { name: 'x', owner: { login: 'acme' } } } }),
    ],
    ['was last edited by somebody else', aNode({ editor: { login: 'eve' } })],
  ])('is no comment of the thread where it %s', async (_, node) => {
    graphql({ data: { node } });

    expect(await github.readComment(issue, 'IC_1')).toBeNull();
  });

  it('is none where it is gone', async () => {
    graphql({ data: { node: null }, errors: [{ type: 'NOT_FOUND', path: ['node'], message: 'Could not resolve' }] });

    expect(await github.readComment(issue, 'IC_1')).toBeNull();
  });

  it.each([
    ['a bot', { __typename: 'Bot', login: 'helper' }],
    ['nobody any more', null],
  ])('tells that it was written by %s', async (_, author) => {
    graphql({ data: { node: aNode({ author }) } });

    expect(await github.readComment(issue, 'IC_1')).toMatchObject({ authorIsHuman: false });
  });

  it.each([
    ['itself', undefined, 'IC_1'],
    ['what it answers', { id: 'DC_0' }, 'DC_0'],
  ])('in a discussion is answered below %s', async (_, replyTo, place) => {
    graphql({ data: { node: aNode({ replyTo }) } });

    expect(await github.readComment({ ...issue, type: 'discussion' }, 'IC_1')).toMatchObject({ replyTo: place });
  });
});

describe('permission', () => {
  const asked = () => nock(REST).get('/repos/acme/hello/collaborators/mara/permission');

  it.each([
    ['read', { permission: 'read', role_name: 'read', user: { permissions: { pull: true, triage: false } } }, false],
    ['triage', { permission: 'read', role_name: 'triage' }, true],
    ['maintain', { permission: 'write', role_name: 'maintain' }, true],
    ['a role of its own', { permission: 'read', role_name: 'gardener', user: { permissions: { triage: true } } }, true],
    ['none', { permission: 'none', role_name: '', user: null }, false],
  ])('is what GitHub says now: %s', async (_, answer, may) => {
    asked().reply(200, answer);

    expect(await github.mayTriage(issue, 'mara')).toBe(may);
  });

  it('is none of who is not known', async () => {
    asked().reply(404, { message: 'Not Found' });

    expect(await github.mayTriage(issue, 'mara')).toBe(false);
  });
});

describe('taking back', () => {
  it('passes over what is not there any more', async () => {
    nock(REST)
      .delete('/repos/acme/hello/issues/7/labels/good%20first%20issue')
      .reply(404, { message: 'Label does not exist' });
    nock(REST).delete('/repos/acme/hello/issues/7/labels/bug').reply(200, []);
    nock(REST)
      .delete('/repos/acme/hello/issues/7/assignees', { assignees: ['ada'] })
      .reply(200, {});
    nock(REST)
      .delete('/repos/acme/hello/pulls/7/requested_reviewers', { reviewers: ['bob'] })
      .reply(200, {});

    const labels = ['good first issue', 'bug'];
    await github.takeBack({ ...issue, type: 'pull' }, { labels, assignees: ['ada'], reviewers: ['bob'] });

    expect(nock.isDone()).toBe(true);
  });
});

describe('a reply', () => {
  const comment = {
    ...{ id: 'IC_1', body: '', author: 'mara', authorIsHuman: true, locked: false, reactions: [], replyTo: null },
    createdAt: '2026-06-01T00:00:00Z',
  };
  const since = { since: comment.createdAt, per_page: 100 };
  const marked = (text: string) => `<!-- commscore:reply IC_1 -->\n\n${text}`;
  const own = { login: 'commscore[bot]', type: 'Bot' };

  it('is written once, looked for among later comments only', async () => {
    isApp();
    nock(REST)
      .get(COMMENT)
      .query(since)
      .reply(200, [{ id: 1, body: marked('forged'), user: { login: 'eve', type: 'User' } }]);
    nock(REST)
      .post(COMMENT, { body: marked('Commands') })
      .reply(201, {});

    expect(await github.reply(issue, comment, 'Commands')).toBe('created');
  });

  it('is edited where it stands', async () => {
    isApp();
    nock(REST)
      .get(COMMENT)
      .query(since)
      .reply(200, [{ id: 9, body: marked('before'), user: own }]);
    nock(REST)
      .patch('/repos/acme/hello/issues/comments/9', { body: marked('after') })
      .reply(200, {});

    expect(await github.reply(issue, comment, 'after')).toBe('updated');
  });
});

describe('a reaction', () => {
  it('replaces the one that stands, and is not given twice', async () => {
    graphql({ data: { addReaction: { reaction: { content: 'THUMBS_UP' } } } });
    graphql({ data: { removeReaction: { reaction: { content: 'EYES' } } } });

    await github.react(issue, { id: 'IC_1', reactions: ['EYES'] }, 'THUMBS_UP');
    await github.react(issue, { id: 'IC_1', reactions: ['THUMBS_UP'] }, 'THUMBS_UP');

    expect(nock.isDone()).toBe(true);
  });
});

import { tmpdir } from 'node:os';
import { beforeEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import { type GitHubClient, gitHubClient } from '../../src/github/client.ts';
import { givesToken, graphql, issue, nockedClient, TOKEN, useNock } from './nocked-client.ts';
import { testProbot } from './probot.ts';

let github: GitHubClient;

useNock();

beforeEach(() => {
  github = nockedClient();
});

const noMore = { hasNextPage: false, endCursor: null };

const issueAnswer = {
  threadId: 'I_7',
  standing: { nodes: [], pageInfo: noMore },
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
        locked: true,
      },
      locked: true,
      draft: false,
      authorIsBot: true,
      updatedAt: '2026-01-02T00:00:00Z',
      files: [],
      reviewers: [],
      declined: [],
      byBots: { labels: [], people: [] },
      standing: { threadId: 'I_7', comments: [], complete: true },
    });
    expect(nock.isDone()).toBe(true);
  });

  it('tells which labels a human took off and nobody put back', async () => {
    const label = (did: string, by: string, name: string) => ({
      __typename: `${did}Event`,
      actor: { __typename: by },
      label: { name },
    });
    const nodes = [
      label('Unlabeled', 'User', 'bug'),
      label('Unlabeled', 'Bot', 'stale'),
      label('Unlabeled', 'User', 'question'),
      label('Labeled', 'User', 'question'),
    ];
    givesToken();
    graphql({ data: { repository: { thread: { ...issueAnswer, timelineItems: { nodes } } } } });

    expect(await github.readThread(issue)).toMatchObject({ fact: { unlabelled: ['bug'] } });
  });

  it('tells what was last put there by a bot', async () => {
    const asked = (by: string, login: string) => ({
      __typename: 'AssignedEvent',
      actor: { __typename: by },
      person: { __typename: 'User', login },
    });
    const labelled = (by: string, name: string) => ({
      __typename: 'LabeledEvent',
      actor: { __typename: by },
      label: { name },
    });
    const nodes = [
      labelled('Bot', 'stale'),
      labelled('Bot', 'bug'),
      labelled('User', 'bug'),
      asked('User', 'ada'),
      asked('Bot', 'bo'),
    ];
    givesToken();
    graphql({ data: { repository: { thread: { ...issueAnswer, timelineItems: { nodes } } } } });

    expect(await github.readThread(issue)).toMatchObject({ byBots: { labels: ['stale'], people: ['bo'] } });
  });

  it('tells of the comments only those that may be its own', async () => {
    const body = '<!-- commscore:triage -->\nHello';
    const nodes = [
      { id: '3000000001', body, author: { __typename: 'Bot', login: 'commscore' } },
      { id: '3000000002', body, author: { __typename: 'User', login: 'eve' } },
      { id: '3000000003', body: 'Hello', author: { __typename: 'Bot', login: 'commscore' } },
      null,
    ];
    const standing = { nodes, pageInfo: { hasNextPage: true, endCursor: 'c' } };
    givesToken();
    graphql({ data: { repository: { thread: { ...issueAnswer, standing } } } });

    expect((await github.readThread(issue))?.standing).toEqual({
      threadId: 'I_7',
      comments: [{ id: '3000000001', body, author: 'commscore[bot]', authorIsBot: true }],
      complete: false,
    });
  });

  it('talks to github.com where no other address is given', async () => {
    const expires_at = new Date(Date.now() + 3_600_000).toISOString();
    nock('https://api.github.com').post('/app/installations/5/access_tokens').reply(201, { token: TOKEN, expires_at });
    nock('https://api.github.com')
      .post('/graphql')
      .reply(200, { data: { repository: null } });
    const hosted = gitHubClient({ probot: testProbot(), web: 'https://github.com', dataDir: tmpdir() });

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

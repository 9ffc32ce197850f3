import { tmpdir } from 'node:os';
import { afterEach, beforeEach } from '@jest/globals';
import nock from 'nock';
import { type GitHubClient, gitHubClient } from '../../src/github/client.ts';
import { testProbot } from './probot.ts';

export const TOKEN = 'ghs_averysecrettoken0123456789';
export const REST = 'http://ghe.test/api/v3';
export const issue = { installationId: 5, owner: 'acme', repo: 'hello', type: 'issue', number: 7 } as const;

/** Nothing but what is announced to nock is answered while the tests of this file run. */
export function useNock(): void {
  beforeEach(() => {
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
  });
  afterEach(() => {
    nock.cleanAll();
    nock.enableNetConnect();
    // The next test file of this process must find its connections untouched.
    nock.restore();
  });
}

export function nockedClient(options: { logged?: string[]; now?: () => number } = {}): GitHubClient {
  const { logged = [], now = Date.now } = options;
  return gitHubClient({
    probot: testProbot({ baseUrl: REST, logged }),
    web: 'http://ghe.test',
    dataDir: tmpdir(),
    now,
  });
}

export function givesToken(): void {
  const expires_at = new Date(Date.now() + 3_600_000).toISOString();
  nock(REST).post('/app/installations/5/access_tokens').reply(201, { token: TOKEN, expires_at, permissions: {} });
}

export function isApp(): void {
  nock(REST).get('/app').reply(200, { slug: 'commscore' });
}

export function graphql(answer: object): void {
  const headers = { reqheaders: { authorization: `token ${TOKEN}` } };
  nock('http://ghe.test', headers).post('/api/graphql').reply(200, answer);
}

const noMore = { hasNextPage: false, endCursor: null };

/** What GitHub answers of a repository; name only what the test is about. Texts are those of files. */
export function repositoryAnswer(over: {
  config?: string | null;
  ownerConfig?: string | null;
  codeowners?: (string | null)[];
  people?: string[];
  morePeople?: string;
}): object {
  const { config = null, ownerConfig = null, codeowners = [], people = [], morePeople } = over;
  const [owners0, owners1, owners2] = [0, 1, 2].map((n) => blob(codeowners[n] ?? null));
  const pageInfo = morePeople === undefined ? noMore : { hasNextPage: true, endCursor: morePeople };
  return {
    repository: {
      config: blob(config),
      owners0,
      owners1,
      owners2,
      labels: { nodes: [], pageInfo: noMore },
      assignableUsers: { nodes: people.map((login) => ({ login })), pageInfo },
      collaborators: { edges: [], pageInfo: noMore },
    },
    defaults: ownerConfig === null ? null : { config: blob(ownerConfig) },
  };
}

function blob(text: string | null): object | null {
  return text === null ? null : { text, isTruncated: false };
}

export async function errorOf(run: Promise<unknown>): Promise<Error> {
  const [result] = await Promise.allSettled([run]);
  if (result?.status === 'rejected' && result.reason instanceof Error) return result.reason;
  throw new Error('nothing was thrown');
}

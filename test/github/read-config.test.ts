import { beforeEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import type { GitHubClient } from '../../src/github/client.ts';
import { givesToken, graphql, issue, nockedClient, REST, repositoryAnswer, useNock } from './nocked-client.ts';

let github: GitHubClient;
let now: number;

useNock();

beforeEach(() => {
  now = 0;
  github = nockedClient({ now: () => now });
});

describe('readConfig', () => {
  /** What GitHub answers of the repository and of the owner's. */
  function files(config: string | null, ownerConfig: string | null = null): void {
    graphql({ data: repositoryAnswer({ config, ownerConfig }) });
  }

  function older(repo: string, text: string, ref: string): void {
    nock(REST)
      .get(`/repos/acme/${repo}/contents/${encodeURIComponent('.github/commscore.yml')}`)
      .query({ ref })
      .reply(200, { type: 'file', encoding: 'base64', content: Buffer.from(text).toString('base64') });
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
    files('labels: { max: 2 }', 'mode: shadow\nlabels: { max: 1, deny: [a] }');

    const { config, problems } = await github.readConfig(issue);

    expect(problems).toEqual([]);
    expect(config).toMatchObject({ mode: 'shadow', labels: { max: 2, deny: ['a'] } });
  });

  it('is the default where there is no file', async () => {
    givesToken();
    files(null);

    expect((await github.readConfig(issue)).config.mode).toBe('suggest');
  });

  it('goes back to the last good version of a bad file, and tells what is wrong', async () => {
    givesToken();
    files('mode: loud');
    commits('hello', ['c3', 'c2', 'c1']);
    older('hello', 'also: bad', 'c2');
    older('hello', 'mode: shadow', 'c1');

    const { config, problems } = await github.readConfig(issue);

    expect(config.mode).toBe('shadow');
    expect(problems).toEqual([
      { file: 'acme/hello:.github/commscore.yml', line: 1, message: expect.stringContaining('mode') },
    ]);
  });

  it('still lays a good file over a bad one that never was good', async () => {
    givesToken();
    files('language: zh-CN', 'x'.repeat(70_000));
    commits('.github', ['c1']);

    const { config, problems } = await github.readConfig(issue);

    expect(config.language).toBe('zh-CN');
    expect(problems).toEqual([{ file: 'acme/.github:.github/commscore.yml', line: null, message: expect.any(String) }]);
  });

  it('is kept for three minutes, or until something was pushed there or to the owner’s file', async () => {
    givesToken();
    const changes = [
      () => undefined,
      () => {
        now += 179_000;
      },
      () => {
        now += 2_000;
      },
      () => github.forgetCached({ owner: 'Acme', repo: 'Hello' }),
      () => github.forgetCached({ owner: 'acme', repo: '.github' }),
      () => github.forgetCached({ owner: 'acme', repo: 'other' }),
    ];
    const modes = ['suggest', 'shadow', 'auto', 'suggest'];
    for (const mode of modes) files(`mode: ${mode}`);

    const seen: string[] = [];
    for (const change of changes) {
      change();
      seen.push((await github.readConfig(issue)).config.mode);
    }

    expect(seen).toEqual(['suggest', 'suggest', 'shadow', 'auto', 'suggest', 'suggest']);
  });

  it('is asked for once by many at the same time, and again after an error', async () => {
    givesToken();
    nock('http://ghe.test').post('/api/graphql').reply(500, 'no');

    const failed = await Promise.allSettled([github.readConfig(issue), github.readConfig(issue)]);

    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    files('mode: auto');
    expect((await github.readConfig(issue)).config.mode).toBe('auto');
  });
});

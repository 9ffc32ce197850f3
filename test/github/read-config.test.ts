import { beforeEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import type { GitHubClient } from '../../src/github/client.ts';
import { givesToken, issue, nockedClient, REST, useNock } from './nocked-client.ts';

let github: GitHubClient;
let now: number;

useNock();

beforeEach(() => {
  now = 0;
  github = nockedClient({ now: () => now });
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

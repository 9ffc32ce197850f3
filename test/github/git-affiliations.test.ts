import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readAffiliations } from '../../src/github/git-affiliations.ts';
import { gitRepository, tempFolder } from './temp-repository.ts';

let folder: ReturnType<typeof tempFolder>;
let repository: ReturnType<typeof gitRepository>;

beforeEach(() => {
  folder = tempFolder();
  repository = gitRepository(join(folder.path, 'clone'));
});

afterEach(() => folder.remove());

let commits = 0;

function commit(author: string, time: string): void {
  commits++;
  repository.commit({ message: 'Change', files: { 'a.txt': `${commits}` }, time, author });
}

const hostsOf = async () =>
  Object.fromEntries((await readAffiliations(repository.path)).map(({ login, hosts }) => [login, hosts]));

describe('readAffiliations', () => {
  it('gives the hosts from which somebody committed, and when they first and last did', async () => {
    commit('Ada Lovelace <ada@acme.com>', '2024-01-02T03:04:05Z');
    commit('Ada Lovelace <ada@gmail.com>', '2024-02-02T03:04:05Z');
    commit('Ada Lovelace <ada@acme.com>', '2024-03-02T03:04:05Z');
    commit('Ada Lovelace <ada@eng.globex.org>', '2025-01-02T03:04:05Z');

    expect(await readAffiliations(repository.path)).toEqual([
      {
        kind: 'person',
        login: 'Ada Lovelace',
        organisation: null,
        bot: false,
        hosts: [
          { host: 'acme.com', from: '2024-01-02', to: '2024-03-02' },
          { host: 'eng.globex.org', from: '2025-01-02', to: '2025-01-02' },
        ],
      },
    ]);
  });

  it('says nothing of free mail, of machines and of automations', async () => {
    commit('Ada <ada@gmail.com>', '2024-01-02T03:04:05Z');
    commit('Bob <bob@bobs-laptop.local>', '2024-01-02T03:04:06Z');
    commit('dependabot[bot] <support@acme.com>', '2024-01-02T03:04:07Z');

    expect(await hostsOf()).toEqual({});
  });

  it('keeps no domain that is somebody’s own', async () => {
    commit('Ada Lovelace <me@lovelace.dev>', '2024-01-02T03:04:05Z');
    commit('Bob Roe <bob@bobroe.com>', '2024-01-02T03:04:06Z');
    commit('Cas Doe <cas@acme.com>', '2024-01-02T03:04:07Z');

    expect(Object.keys(await hostsOf())).toEqual(['Cas Doe']);
  });

  it('keeps the domain of a company that is called like one of several who work there', async () => {
    commit('Michael Initech <michael@initech.com>', '2024-01-02T03:04:05Z');
    commit('Peter Roe <peter@initech.com>', '2024-01-02T03:04:06Z');

    expect(Object.keys(await hostsOf())).toEqual(['Michael Initech', 'Peter Roe']);
  });

  it('gives one person where two addresses are of one', async () => {
    commit('Ada <ada@acme.com>', '2024-01-02T03:04:05Z');
    commit('Ada <1+ada@users.noreply.github.com>', '2024-01-02T03:04:06Z');

    expect(await hostsOf()).toEqual({ ada: [{ host: 'acme.com', from: '2024-01-02', to: '2024-01-02' }] });
  });
});

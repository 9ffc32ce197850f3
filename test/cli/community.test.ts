import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { community } from '../../src/cli/community.ts';
import { communityText } from '../../src/cli/community-text.ts';
import { UsageError } from '../../src/cli/fail.ts';
import type { CommunityPerson } from '../../src/community/community-report.ts';
import type { ChangeFact } from '../../src/domain/fact.ts';
import { SET_SEARCH_PATH } from '../../src/store/database-pool.ts';
import { createEmbeddedPool } from '../../src/store/embedded-pool.ts';
import { createStore } from '../../src/store/open-store.ts';
import { DAY_MS } from '../match/small-history.ts';
import { databaseSnapshot } from '../store/database-snapshot.ts';
import { makeClone } from './run-command.ts';

function aChange(id: string, author: string, reviewers: string[]): ChangeFact {
  const time = new Date(Date.now() - 10 * DAY_MS).toISOString();
  const files = [{ path: 'src/queue/a.ts', added: 1, deleted: 1 }];
  return { kind: 'change', id, time, author, reviewers, files, title: '', body: '' };
}

describe('commscore community', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'commscore-community-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('tells the community of a clone as of its newest change', async () => {
    const clone = join(folder, 'clone');
    const authors = ['ada', 'bob', 'cleo', 'renovate[bot]'];
    makeClone(
      clone,
      authors.map((author, n) => ({
        author,
        message: 'Change the cache\n\nReviewed-by: cleo <cleo@example.com>',
        files: { 'src/cache/shard.ts': `export const n = ${n};\n` },
      })),
    );

    const text = await community({ repo: clone });

    expect(text).toMatch(/3 people, 6 ties, 0 regulars/);
    expect(text).toMatch(/^who .*\n(cleo) +1\.\d\d/m);
    expect(text).toContain('1. directory src: cleo, bob, ada');
    expect(text).toContain('not told: the history is of ');
    expect(text).not.toContain('renovate');
  });

  it('leaves out who has opted out, and gives all numbers as JSON', async () => {
    const dataDir = join(folder, 'data');
    mkdirSync(dataDir);
    const loadDataDir = new Blob([new Uint8Array(readFileSync(await databaseSnapshot()))]);
    const db = await PGlite.create({ dataDir: join(dataDir, 'pglite'), loadDataDir });
    await db.exec(SET_SEARCH_PATH);
    const store = createStore(createEmbeddedPool(db));
    const ref = { installationId: 1, owner: 'Acme', repo: 'App' };
    await store.addFacts(ref, [aChange('1', 'Ann', ['bob', 'Cas']), aChange('2', 'bob', ['Ann', 'Cas'])], 'replace');
    await store.savePerson('acme', 'cas', { optedOut: true });
    await db.close();

    const report = JSON.parse(await community({ repository: 'acme/app', json: true }, { COMMSCORE_DATA_DIR: dataDir }));

    expect(report).toMatchObject({ at: expect.stringMatching(/Z$/), ties: 2, groups: [] });
    expect(report.people).toEqual(
      ['Ann', 'bob'].map((login) => ({
        login,
        influence: expect.closeTo(1, 6),
        bridging: 0,
        // Each gives and gets one review: half of all that is exchanged, times a half for one partner.
        cooperation: 0.25,
        group: null,
        standing: 'occasional',
        firstDays: expect.closeTo(10, 1),
        lastDays: expect.closeTo(10, 1),
        acts: 2,
      })),
    );
  }, 60_000);

  it.each([{}, { repo: 'x', repository: 'a/b' }])('refuses %j as a wrong command line', async (options) => {
    await expect(community(options)).rejects.toThrow(UsageError);
  });
});

describe('community text', () => {
  const person: CommunityPerson = {
    ...{ login: 'ann', influence: 1.234, bridging: 0.5, cooperation: 0.25, group: 0 },
    ...{ standing: 'regular', firstDays: 300.7, lastDays: 3.2, acts: 40 },
  };

  it('tells who counts, in which group, who is new and who is gone, without what would steer a terminal', () => {
    const people: CommunityPerson[] = [
      person,
      { ...person, login: 'b\u001b[31mob', influence: 1, standing: 'newcomer', firstDays: 40, acts: 2 },
      { ...person, login: 'cas', influence: 0.5, group: null, standing: 'silent', lastDays: 100 },
    ];
    const groups = [
      {
        areas: [{ kind: 'label' as const, name: 'b\u001b[2Jug' }],
        members: ['ann', 'b\u001b[31mob', 'c', 'd', 'e', 'f'],
      },
    ];

    expect(
      communityText('acme/app', '2026-01-01T00:00:00Z', { people, groups, modularity: 0, ties: 5, historyDays: 300 }),
    ).toBe(
      [
        'acme/app on 2026-01-01: 3 people, 5 ties, 1 regular',
        'Influence (1 is the mean)',
        [
          'who      influence  bridging  cooperation  acts   last act  group',
          'ann           1.23     0.500        0.250    40    3 d ago      1',
          'b[31mob       1.00     0.500        0.250     2    3 d ago      1',
          'cas           0.50     0.500        0.250    40  100 d ago      -',
        ].join('\n'),
        'Groups',
        '1. label b[2Jug: ann, b[31mob, c, d, e and 1 more',
        'Newcomers, first seen in the last 90 days',
        'who      first act  last act  acts\nb[31mob   40 d ago   3 d ago     2',
        'Gone silent, regulars last seen 90 to 365 days ago',
        'who  first act   last act  acts\ncas  300 d ago  100 d ago    40',
      ].join('\n\n'),
    );
  });
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UsageError } from '../../src/cli/fail.ts';
import { health } from '../../src/cli/health.ts';
import { healthSections } from '../../src/cli/health-sections.ts';
import { healthPart } from '../../src/community/health-part.ts';
import type { ThreadFact } from '../../src/domain/fact.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';
import { finish } from '../../src/match/steps.ts';
import { SET_SEARCH_PATH } from '../../src/store/database-pool.ts';
import { createEmbeddedPool } from '../../src/store/embedded-pool.ts';
import { createStore } from '../../src/store/open-store.ts';
import { measuredInput } from '../community/measured.ts';
import { databaseSnapshot } from '../store/database-snapshot.ts';
import { makeClone } from './run-command.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const daysAgo = (days: number) => new Date(NOW - days * 86_400_000).toISOString();

const waiting: ThreadFact = {
  kind: 'thread',
  type: 'issue',
  id: '7',
  time: daysAgo(20),
  author: 'ann',
  title: 'Jobs\u001b[31m are lost',
  body: '',
  labels: ['bug'],
  assignees: ['bob'],
  participants: ['ann', 'bob'],
  state: 'open',
  closedAt: null,
  outcome: null,
  firstResponseAt: daysAgo(19),
  lastWord: { at: daysAgo(16), byAuthor: true },
};

describe('commscore health', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'commscore-health-'));
    const files = { 'src/a.ts': 'a', 'src/b.ts': 'b', 'src/c.ts': 'c' };
    makeClone(folder, [{ author: 'ann', message: 'Begin', files }]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('tells of a clone who holds its knowledge', async () => {
    const { directories } = JSON.parse(await health({ repo: folder, json: true }));

    expect(directories).toEqual([
      { directory: '', files: 3, filesAtRisk: 3, busFactor: 1, heldBy: ['ann'], lost: 0 },
      { directory: 'src', files: 3, filesAtRisk: 3, busFactor: 1, heldBy: ['ann'], lost: 0 },
    ]);
    expect(await health({ repo: folder })).toContain('A clone tells nothing of issues');
  });

  it('tells what the app has learnt of a repository', async () => {
    const dataDir = join(folder, 'data');
    mkdirSync(dataDir);
    const loadDataDir = new Blob([new Uint8Array(readFileSync(await databaseSnapshot()))]);
    const db = await PGlite.create({ dataDir: join(dataDir, 'pglite'), loadDataDir });
    await db.exec(SET_SEARCH_PATH);
    const ref = { installationId: 1, owner: 'acme', repo: 'app' };
    await createStore(createEmbeddedPool(db)).addFacts(ref, [waiting], 'replace');
    await db.close();

    const told = await health({ repository: 'acme/app', json: true }, { COMMSCORE_DATA_DIR: dataDir });

    expect(JSON.parse(told)).toMatchObject({
      threads: { open: 1 },
      stalled: [{ id: '7', turn: 'maintainers', isExact: true }],
      times: [{ wait: 'response' }, {}, {}, {}, {}],
    });
  }, 60_000);

  it.each([{}, { repo: '.', repository: 'acme/app' }])('refuses %j as a wrong command line', async (options) => {
    await expect(health(options)).rejects.toThrow(UsageError);
  });
});

describe('health in plain words', () => {
  it('says what waits and on whom', () => {
    const done: ThreadFact = { ...waiting, id: '8', state: 'closed', closedAt: daysAgo(6), outcome: 'completed' };
    const model = createRepositoryModel();
    for (const fact of [waiting, done]) model.learn(fact);

    const input = measuredInput([waiting, done], { work: model.work(NOW) });
    expect(healthSections(finish(healthPart(input)))).toMatchInlineSnapshot(`
"Threads: 1 open, 1 finished, 0 closed without
All that is open now is closed in 1 week (80 %: 1 to no end in sight)

Open work, most weeks of it waiting first

area       open  weeks  done a week  difficulty  closed in
label bug  1     2.6    0.4          0.50        1 week (80 %: 1 to no end in sight)

Nothing said for 14 days

Whose turn it is: the maintainers 1

thread  silent   turn             title
#7      16 days  the maintainers  Jobs[31m are lost

Load

Gini 0.00, the most loaded holds 100 %

who  open  at most
bob     1        5

Days until, of the last year

                a quarter  half  three quarters  threads    latest month
first response        1.0   1.0             1.0        2   1.0 (2025-12)
issue closed         14.0  14.0            14.0        1  14.0 (2025-12)"
`);
  });
});

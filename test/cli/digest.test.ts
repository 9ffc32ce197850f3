import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { digest } from '../../src/cli/digest.ts';
import { UsageError } from '../../src/cli/fail.ts';
import { periodAt, periodBefore } from '../../src/community/digest-period.ts';
import { SET_SEARCH_PATH } from '../../src/store/database-pool.ts';
import { createEmbeddedPool } from '../../src/store/embedded-pool.ts';
import { createStore } from '../../src/store/open-store.ts';
import { databaseSnapshot } from '../store/database-snapshot.ts';

describe('commscore digest', () => {
  let folder: string;
  let env: Record<string, string>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'commscore-digest-'));
    const dataDir = join(folder, 'data');
    mkdirSync(dataDir);
    const loadDataDir = new Blob([new Uint8Array(readFileSync(await databaseSnapshot()))]);
    const db = await PGlite.create({ dataDir: join(dataDir, 'pglite'), loadDataDir });
    await db.exec(SET_SEARCH_PATH);
    const store = createStore(createEmbeddedPool(db));
    const lastWeek = `${periodBefore(periodAt('weekly', Date.now())).from}T12:00:00Z`;
    await store.addFacts(
      { installationId: 1, owner: 'acme', repo: 'engine' },
      [
        {
          ...{ kind: 'thread', type: 'issue', id: '1', time: lastWeek, author: 'kai', title: 'It leaks', body: '' },
          ...{ labels: [], assignees: [], participants: [], state: 'open', closedAt: null, outcome: null },
        },
      ],
      'replace',
    );
    await db.close();
    env = { COMMSCORE_DATA_DIR: dataDir };
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('says what the last week brought, in the language that is asked for', async () => {
    expect(await digest({ repository: 'acme/engine' }, env)).toContain('\n\n1 issue opened.\n\n');
    expect(await digest({ repository: 'acme/engine', language: 'zh-CN' }, env)).toContain('\n\n新增 1 个议题。\n\n');
  });

  it('knows weeks and months, English and Chinese, and says so of anything else', async () => {
    const said = await digest({ repository: 'acme/engine', period: 'monthly' }, env);
    expect(said).toMatch(/\n\n### [A-Z][a-z]+ \d{4}\n\n[\s\S]*Edited every month/);
    await expect(digest({ repository: 'acme/engine', period: 'daily' }, env)).rejects.toThrow(UsageError);
    await expect(digest({ repository: 'acme/engine', language: 'fr' }, env)).rejects.toThrow(UsageError);
  });
});

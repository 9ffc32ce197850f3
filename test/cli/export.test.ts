import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportDataSet } from '../../src/cli/export.ts';
import { CommandError, UsageError } from '../../src/cli/fail.ts';
import { readStoredFacts } from '../../src/cli/stored-facts.ts';
import type { ThreadFact } from '../../src/domain/fact.ts';
import { SET_SEARCH_PATH } from '../../src/store/database-pool.ts';
import { createEmbeddedPool } from '../../src/store/embedded-pool.ts';
import { createStore, type DatabaseStore } from '../../src/store/open-store.ts';
import { databaseSnapshot } from '../store/database-snapshot.ts';

function aThread(n: number): ThreadFact {
  return {
    kind: 'thread',
    type: 'issue',
    id: `${n}`,
    time: new Date(Date.UTC(2024, 0, n)).toISOString(),
    author: 'secret-author',
    title: `Line one\u2028<b>${n}</b> "quoted" \u0000 \\ 缓存`,
    body: '../../etc/passwd\n{"kind":"thread"}',
    labels: [n % 2 === 0 ? 'bug' : '../wish'],
    assignees: [],
    participants: [],
    state: 'open',
    closedAt: null,
    outcome: null,
  };
}

/** The database of an app that ran in this folder. */
async function withDatabase(dataDir: string, act: (store: DatabaseStore) => Promise<void>): Promise<void> {
  mkdirSync(dataDir);
  const loadDataDir = new Blob([new Uint8Array(readFileSync(await databaseSnapshot()))]);
  const db = await PGlite.create({ dataDir: join(dataDir, 'pglite'), loadDataDir });
  await db.exec(SET_SEARCH_PATH);
  await act(createStore(createEmbeddedPool(db)));
  await db.close();
}

describe('export of a data set', () => {
  let folder: string;
  let out: string;
  let pack: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'commscore-export-'));
    out = join(folder, 'out');
    pack = join(folder, 'pack.jsonl');
    writeFileSync(pack, threads.map((thread) => JSON.stringify(thread)).join('\n'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const threads = Array.from({ length: 20 }, (_, n) => aThread(n + 1));
  const rowsOf = (name: string) =>
    readFileSync(join(out, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  const labels = { task: 'labels', format: 'jsonl' };

  it('writes a file of JSON lines for each split, and the card', async () => {
    const told = await exportDataSet({ ...labels, pack, out });

    expect(told).toContain('split by time: 16 to train, 2 to validation, 2 to test');
    expect(readdirSync(out).toSorted()).toEqual(['README.md', 'test.jsonl', 'train.jsonl', 'validation.jsonl']);
    expect(rowsOf('train.jsonl')).toHaveLength(16);
    expect(rowsOf('test.jsonl').map(({ id }) => id)).toEqual(['19', '20']);
    expect(rowsOf('test.jsonl')[1]).toMatchObject({ title: threads[19]?.title, body: threads[19]?.body, label: 'bug' });
    expect(readdirSync(folder).toSorted()).toEqual(['out', 'pack.jsonl']);
  });

  it('leaves out who wrote it', async () => {
    await exportDataSet({ ...labels, pack, out });

    for (const name of readdirSync(out)) expect(readFileSync(join(out, name), 'utf8')).not.toContain('secret-author');
  });

  it('writes pairs and the corpus for related threads', async () => {
    const links = Array.from({ length: 10 }, (_, n) => ({
      kind: 'link',
      type: 'duplicate',
      from: `${n + 11}`,
      to: `${n + 1}`,
      time: '2024-05-01T00:00:00Z',
    }));
    writeFileSync(pack, [...threads, ...links].map((fact) => JSON.stringify(fact)).join('\n'));

    const told = JSON.parse(await exportDataSet({ task: 'related', format: 'jsonl', pack, out, json: true }));

    expect(told).toEqual({
      out,
      task: 'related',
      order: 'time',
      rows: { train: 8, validation: 1, test: 1 },
      corpus: 20,
    });
    expect(Object.keys(rowsOf('train.jsonl')[0]).slice(0, 2)).toEqual(['query', 'positive']);
    expect(rowsOf('test.jsonl')[0]).toMatchObject({ query_id: '20', positive_id: '10', relation: 'duplicate' });
  });

  it('refuses a folder that holds something, unless it is told to write there', async () => {
    mkdirSync(out);
    writeFileSync(join(out, 'mine.txt'), 'mine');

    await expect(exportDataSet({ ...labels, pack, out })).rejects.toThrow(/not empty: give a new folder, or --force/);
    expect(readdirSync(out)).toEqual(['mine.txt']);

    await exportDataSet({ ...labels, pack, out, force: true });
    expect(readFileSync(join(out, 'mine.txt'), 'utf8')).toBe('mine');
    expect(rowsOf('train.jsonl')).toHaveLength(16);
  });

  it('replaces a link that lies in the folder, and does not write where it leads', async () => {
    const outside = join(folder, 'outside');
    writeFileSync(outside, 'untouched');
    mkdirSync(out);
    symlinkSync(outside, join(out, 'train.jsonl'));

    await exportDataSet({ ...labels, pack, out, force: true });

    expect(readFileSync(outside, 'utf8')).toBe('untouched');
    expect(rowsOf('train.jsonl')).toHaveLength(16);
  });

  it.each([
    [{ pack: 'x', task: 'reviewers' }, '--task reviewers is not one of labels, related'],
    [{ pack: 'x', format: 'parquet' }, '--format parquet is not jsonl'],
    [{ pack: 'x', repository: 'acme/app' }, 'give one of --repo'],
    [{}, 'give one of --repo'],
    [{ repository: 'acme' }, '--repository acme is not of the form owner/name'],
  ])('refuses %j as a wrong command line', async (wrong, message) => {
    const run = exportDataSet({ ...labels, out, ...wrong });

    await expect(run).rejects.toThrow(UsageError);
    await expect(run).rejects.toThrow(message);
  });

  it('writes nothing where there is too little, or no place', async () => {
    writeFileSync(join(folder, 'small.jsonl'), JSON.stringify(threads[0]));
    const small = exportDataSet({ ...labels, pack: join(folder, 'small.jsonl'), out });
    await expect(small).rejects.toThrow(/threads with labels are too few/);
    expect(readdirSync(folder).toSorted()).toEqual(['pack.jsonl', 'small.jsonl']);

    const noFolder = exportDataSet({ ...labels, pack, out: pack });
    await expect(noFolder).rejects.toThrow(CommandError);
    await expect(noFolder).rejects.toThrow(/cannot be written \(EEXIST\)/);
  });

  it('reads what the app has learnt of a repository, whatever the case of its name', async () => {
    const dataDir = join(folder, 'data');
    const ref = { installationId: 1, owner: 'Acme', repo: 'App' };
    await withDatabase(dataDir, (store) => store.addFacts(ref, threads, 'replace'));
    const env = { COMMSCORE_DATA_DIR: dataDir };

    expect(await readStoredFacts('acme/app', env)).toEqual(
      threads.map((thread) => ({ ...thread, title: thread.title.replace('\u0000', '\ufffd') })),
    );
    await expect(readStoredFacts('acme/other', env)).rejects.toThrow(
      'nothing is known of acme/other: known are Acme/App',
    );
    await expect(readStoredFacts('acme/app', { COMMSCORE_DATA_DIR: join(folder, 'none') })).rejects.toThrow(
      /there is no data in/,
    );
  }, 60_000);
});

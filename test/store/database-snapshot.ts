import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openPostgresBackend } from '../../src/queue/postgres-backend.ts';
import { createEmbeddedPool } from '../../src/store/embedded-pool.ts';
import { migrate } from '../../src/store/migrate.ts';
import { type SnapshotContents, snapshotPath } from './snapshot-path.ts';

/** A file holding an embedded database; made before the tests where it is not there yet. */
export async function databaseSnapshot(contents: SnapshotContents = 'migrated'): Promise<string> {
  const path = snapshotPath(contents);
  if (!existsSync(path)) await makeSnapshots();
  return path;
}

/** Of databases that were closed: one that was not is recovered whenever it is opened. */
async function makeSnapshots(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'commscore-snapshot-'));
  const db = await PGlite.create(folder);
  await db.close();
  keepLittleInMemory(folder);
  keep(folder, 'empty');
  const migrated = await PGlite.create(folder);
  const pool = createEmbeddedPool(migrated);
  await migrate(pool);
  await openPostgresBackend(pool);
  await migrated.close();
  keep(folder, 'migrated');
  rmSync(folder, { recursive: true });
}

/** The usual 128 MB are cleared at each start, which takes longer than the rest of it. */
function keepLittleInMemory(folder: string): void {
  appendFileSync(join(folder, 'postgresql.conf'), '\nshared_buffers = 16MB\n');
}

function keep(folder: string, contents: SnapshotContents): void {
  const path = snapshotPath(contents);
  mkdirSync(dirname(path), { recursive: true });
  execFileSync('tar', ['-cf', `${path}.${process.pid}`, '-C', folder, '.']);
  renameSync(`${path}.${process.pid}`, path);
}

/** Makes `dataDir` one whose database was set up before: a first start takes seconds. */
export async function seedDataDir(dataDir: string, contents: SnapshotContents = 'migrated'): Promise<void> {
  const folder = join(dataDir, 'pglite');
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xf', await databaseSnapshot(contents), '-C', folder], { stdio: 'ignore' });
}

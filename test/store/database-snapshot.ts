import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
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

async function makeSnapshots(): Promise<void> {
  const db = await PGlite.create();
  await keep(db, 'empty');
  const pool = createEmbeddedPool(db);
  await migrate(pool);
  await openPostgresBackend(pool);
  await keep(db, 'migrated');
  await db.close();
}

async function keep(db: PGlite, contents: SnapshotContents): Promise<void> {
  const path = snapshotPath(contents);
  const made = await db.dumpDataDir('none');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, new Uint8Array(await made.arrayBuffer()));
  renameSync(`${path}.${process.pid}`, path);
}

/** Makes `dataDir` one whose database was set up before: a first start takes seconds. */
export async function seedDataDir(dataDir: string, contents: SnapshotContents = 'migrated'): Promise<void> {
  const folder = join(dataDir, 'pglite');
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xf', await databaseSnapshot(contents), '-C', folder], { stdio: 'ignore' });
}

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openPostgresBackend } from '../../src/queue/postgres-backend.ts';
import { createEmbeddedPool } from '../../src/store/embedded-pool.ts';
import { migrate } from '../../src/store/migrate.ts';
import { snapshotPath } from './snapshot-path.ts';

/** A file holding an embedded database with all tables; made before the tests where it is not there yet. */
export async function databaseSnapshot(): Promise<string> {
  const path = snapshotPath();
  if (existsSync(path)) return path;
  const db = await PGlite.create();
  const pool = createEmbeddedPool(db);
  await migrate(pool);
  await openPostgresBackend(pool);
  const made = await db.dumpDataDir('none');
  await db.close();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, new Uint8Array(await made.arrayBuffer()));
  renameSync(`${path}.${process.pid}`, path);
  return path;
}

/** Makes `dataDir` one whose database was set up before: a first start takes seconds. */
export async function seedDataDir(dataDir: string): Promise<void> {
  const folder = join(dataDir, 'pglite');
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xf', await databaseSnapshot(), '-C', folder], { stdio: 'ignore' });
}

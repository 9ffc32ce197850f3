import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openPostgresBackend } from '../../src/queue/postgres-backend.ts';
import { createEmbeddedPool } from '../../src/store/embedded-pool.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations.ts';

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/commscore');
const LOCKFILE = join(import.meta.dirname, '../../package-lock.json');

/** A file holding an embedded database with all tables; the first test to need it makes it for all others. */
export async function databaseSnapshot(): Promise<string> {
  const contents = createHash('sha256').update(migrations.join(';')).update(readFileSync(LOCKFILE)).digest('hex');
  const path = join(CACHE, `database-${contents.slice(0, 16)}.tar`);
  if (existsSync(path)) return path;
  const db = await PGlite.create();
  const pool = createEmbeddedPool(db);
  await migrate(pool);
  await openPostgresBackend(pool);
  const made = await db.dumpDataDir('none');
  await db.close();
  mkdirSync(CACHE, { recursive: true });
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

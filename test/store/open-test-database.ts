import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type DatabasePool, SET_SEARCH_PATH } from '../../src/store/database-pool.ts';
import { createEmbeddedPool } from '../../src/store/embedded-pool.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations.ts';

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/commscore');

/** A migrated database in memory, from a snapshot that the first test to need it leaves for all others. */
export async function openTestDatabase(): Promise<{ pool: DatabasePool; close: () => Promise<void> }> {
  const db = await PGlite.create({ loadDataDir: await snapshot() });
  await db.exec(SET_SEARCH_PATH);
  return { pool: createEmbeddedPool(db), close: () => db.close() };
}

async function snapshot(): Promise<Blob> {
  const path = join(CACHE, `migrated-${createHash('sha256').update(migrations.join(';')).digest('hex')}.tar`);
  const cached = await readFile(path).catch(() => null);
  if (cached !== null) return new Blob([new Uint8Array(cached)]);
  const db = await PGlite.create();
  await migrate(createEmbeddedPool(db));
  const made = await db.dumpDataDir('none');
  await db.close();
  await mkdir(CACHE, { recursive: true });
  await writeFile(`${path}.${process.pid}`, new Uint8Array(await made.arrayBuffer()));
  await rename(`${path}.${process.pid}`, path);
  return made;
}

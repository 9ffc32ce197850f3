import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { type DatabasePool, SET_SEARCH_PATH } from '../../src/store/database-pool.ts';
import { createEmbeddedPool } from '../../src/store/embedded-pool.ts';
import { databaseSnapshot } from './database-snapshot.ts';

/** A migrated database in memory. */
export async function openTestDatabase(): Promise<{ pool: DatabasePool; close: () => Promise<void> }> {
  const snapshot = await readFile(await databaseSnapshot());
  const db = await PGlite.create({ loadDataDir: new Blob([new Uint8Array(snapshot)]) });
  await db.exec(SET_SEARCH_PATH);
  return { pool: createEmbeddedPool(db), close: () => db.close() };
}

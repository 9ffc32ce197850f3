import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { DatabaseError } from './database-error.ts';
import { SET_SEARCH_PATH } from './database-pool.ts';
import { createEmbeddedPool } from './embedded-pool.ts';
import { lockFolder } from './folder-lock.ts';
import type { Database } from './open-database.ts';

/** @throws DatabaseError where the folder cannot be used or another process is using it. */
export async function openEmbeddedDatabase(dataDir: string): Promise<Database> {
  const release = await lockDataDir(dataDir);
  try {
    const db = await PGlite.create({ dataDir: join(dataDir, 'pglite') });
    await db.exec(SET_SEARCH_PATH);
    return {
      kind: 'embedded',
      pool: createEmbeddedPool(db),
      async close() {
        await db.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  try {
    await mkdir(dataDir, { recursive: true });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseError(`cannot write to COMMSCORE_DATA_DIR (${dataDir}): ${why}. Make the folder writable.`, {
      cause,
    });
  }
  const lock = await lockFolder(dataDir);
  if (lock.taken) return lock.release;
  throw new DatabaseError(
    `the data folder ${dataDir} is in use by process ${lock.holder.pid} on ${lock.holder.host}, and the embedded ` +
      'database belongs to one process. Stop that process, or set COMMSCORE_DATA_DIR to another folder, ' +
      'or set DATABASE_URL to a PostgreSQL that several processes can share.',
  );
}

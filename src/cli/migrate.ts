import { readSettings } from '../config/process-settings.ts';
import { openPostgresBackend } from '../queue/postgres-backend.ts';
import { migrate } from '../store/migrate.ts';
import { type Database, openDatabase } from '../store/open-database.ts';

/** Brings the database that the environment names up to date. */
export async function migrateDatabase({ json }: { json?: boolean }): Promise<string> {
  const { databaseUrl, redisUrl, dataDir } = readSettings({ ...process.env, APP_ID: '' });
  const database = await openDatabase({ databaseUrl, dataDir });
  try {
    const applied = await migrate(database.pool);
    if (redisUrl === undefined) await migrateQueue(database.pool);
    if (json) return JSON.stringify({ database: database.kind, applied });
    return applied.length === 0 ? 'the database is up to date' : `applied ${applied.length}: ${applied.join(', ')}`;
  } finally {
    await database.close();
  }
}

/** The queue has tables of its own where there is no Redis. */
async function migrateQueue(pool: Database['pool']): Promise<void> {
  const backend = await openPostgresBackend(pool);
  await backend.close();
}

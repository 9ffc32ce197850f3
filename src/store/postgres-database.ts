import pg from 'pg';
import { DatabaseError } from './database-error.ts';
import { type DatabasePool, SET_SEARCH_PATH } from './database-pool.ts';
import type { Database } from './open-database.ts';

const MAX_CONNECTIONS = 12;
const CONNECT_TIMEOUT_MS = 5000;
const OLDEST_VERSION = 150_000;

/** @throws DatabaseError where it cannot be reached or is too old. */
export async function openPostgresDatabase(databaseUrl: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'commscore',
    onConnect: (client) => client.query(SET_SEARCH_PATH),
  });
  // A connection that breaks is reported by the query that needed it; without listeners it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await refuseOldVersion(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { kind: 'postgres', pool, close: () => pool.end() };
}

async function refuseOldVersion(pool: DatabasePool): Promise<void> {
  const { number, name } = await readVersion(pool);
  if (number >= OLDEST_VERSION) return;
  throw new DatabaseError(`DATABASE_URL leads to PostgreSQL ${name}, which is too old. Use version 15 or later.`);
}

async function readVersion(pool: DatabasePool): Promise<{ number: number; name: string }> {
  try {
    const { rows } = await pool.query<{ number: number; name: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
    );
    return rows[0] ?? { number: 0, name: 'unknown' };
  } catch (cause) {
    const why = cause instanceof Error && cause.message !== '' ? cause.message : String(cause);
    throw new DatabaseError(
      `cannot use the PostgreSQL of DATABASE_URL: ${why}. Check the address, that the server runs, user and password.`,
      { cause },
    );
  }
}

import type { DatabasePool } from './database-pool.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';
import { openPostgresDatabase } from './postgres-database.ts';

export interface Database {
  kind: 'postgres' | 'embedded';
  pool: DatabasePool;
  close(): Promise<void>;
}

/** PostgreSQL where an address is given, else one inside this process, kept in `dataDir`. */
export function openDatabase(where: { databaseUrl?: string | undefined; dataDir: string }): Promise<Database> {
  if (where.databaseUrl === undefined) return openEmbeddedDatabase(where.dataDir);
  return openPostgresDatabase(where.databaseUrl);
}

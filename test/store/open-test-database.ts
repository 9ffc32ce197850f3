import type { PGlite } from '@electric-sql/pglite';
import { type DatabasePool, SET_SEARCH_PATH } from '../../src/store/database-pool.ts';
import { createEmbeddedPool } from '../../src/store/embedded-pool.ts';
import { databaseSnapshot } from './database-snapshot.ts';

type WorkerDatabase = (snapshot: string) => Promise<PGlite>;

/** A migrated database in memory, as empty as a new one. No second one is opened before the first is closed. */
export async function openTestDatabase(): Promise<{ pool: DatabasePool; close: () => Promise<void> }> {
  // Set by `worker-environment.cjs`.
  const { workerDatabase } = globalThis as unknown as { workerDatabase: WorkerDatabase };
  const db = await workerDatabase(await databaseSnapshot());
  await db.exec(SET_SEARCH_PATH);
  const heard: (() => void)[] = [];
  return {
    pool: createEmbeddedPool(asOfThisFile(db, heard)),
    async close() {
      for (const stop of heard) stop();
      await db.exec('rollback');
      await db.exec(EMPTY);
      // Not within the transaction that statements given together are.
      await db.exec('discard all');
    },
  };
}

/** Errors and dates of a test file are others than those of its worker. */
function asOfThisFile(db: PGlite, heard: (() => void)[]): PGlite {
  return Object.assign(Object.create(db) as PGlite, {
    exec: (sql: string) => db.exec(sql).catch(throwHere),
    query: (sql: string, values: unknown[]) => db.query(sql, values.map(asText), HERE).catch(throwHere),
    onNotification: (hear: Parameters<PGlite['onNotification']>[0]) => heard.push(db.onNotification(hear)),
  });
}

const TIMESTAMPTZ = 1184;
const HERE = { parsers: { [TIMESTAMPTZ]: (text: string) => new Date(text) } };

function asText(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

function throwHere(error: Error): never {
  throw Object.assign(new Error(error.message), error);
}

/** Undoes what a test file has left: rows, tables of its own. */
const EMPTY = `
  set session_replication_role = replica;
  do $$
  declare
    name text;
    filled boolean;
  begin
    for name in select format('%I.%I', schemaname, tablename) from pg_tables
      where schemaname in ('commscore', 'bullmq') and tablename not like 'migration%'
    loop
      execute format('select exists (select from %s)', name) into filled;
      if filled then execute format('delete from %s', name); end if;
    end loop;
    for name in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'public'
    loop
      execute format('drop table %s', name);
    end loop;
    perform setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) from pg_sequences
      where schemaname in ('commscore', 'bullmq');
  end $$;
`;

import { DatabaseError } from './database-error.ts';
import type { DatabasePool, PoolClient } from './database-pool.ts';
import { migrations } from './migrations.ts';

/** Any number, as long as it stays the same: processes that start together take turns by it. */
const ADVISORY_LOCK = 7_243_361_507;

/**
 * Brings the tables up to this version, all or nothing, and tells which steps that took (first step is 1).
 * @throws DatabaseError where the database was made by a later version.
 */
export async function migrate(pool: DatabasePool, steps: string[] = migrations): Promise<number[]> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const applied = await applyMissing(client, steps);
    await client.query('commit');
    return applied;
  } catch (error) {
    // Where the connection broke there is nothing to undo, and the first error is the one to tell.
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function applyMissing(client: PoolClient, steps: string[]): Promise<number[]> {
  await client.query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
  await client.query('create schema if not exists commscore');
  await client.query('create table if not exists commscore.migrations (step int primary key, applied_at timestamptz)');
  const { rows } = await client.query<{ done: number }>(
    'select coalesce(max(step), 0)::int as done from commscore.migrations',
  );
  const done = rows[0]?.done ?? 0;
  if (done > steps.length) {
    throw new DatabaseError(
      `the database was made by a later version of CommScore (step ${done}, this one knows ${steps.length}). ` +
        'Run that version or a later one.',
    );
  }
  const applied: number[] = [];
  for (const [index, sql] of steps.entries()) {
    if (index < done) continue;
    await client.query(sql);
    await client.query('insert into commscore.migrations (step, applied_at) values ($1, now())', [index + 1]);
    applied.push(index + 1);
  }
  return applied;
}

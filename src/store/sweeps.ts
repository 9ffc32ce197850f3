import { type RepositoryRef, repositoryKey, type ThreadRef } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';

export async function repositoriesToSweep(pool: DatabasePool): Promise<RepositoryRef[]> {
  const { rows } = await pool.query<RepositoryRef>(
    `select r.installation_id::float8 as "installationId", r.owner, r.repo from commscore.repositories r
     where not exists (
       select from commscore.suspended_installations s where s.installation_id = r.installation_id
     ) order by r.key`,
  );
  return rows;
}

export async function sweptTo(pool: DatabasePool, ref: RepositoryRef): Promise<string | null> {
  const { rows } = await pool.query<{ to: Date | null }>(
    'select swept_to as to from commscore.repositories where key = $1',
    [repositoryKey(ref)],
  );
  return rows[0]?.to?.toISOString() ?? null;
}

export async function saveSweptTo(pool: DatabasePool, ref: RepositoryRef, updatedAt: string): Promise<void> {
  await pool.query('update commscore.repositories set swept_to = $2 where key = $1', [repositoryKey(ref), updatedAt]);
}

/** As GitHub says that the thread was updated when it was read; of a repository that was removed nothing is kept. */
export async function recordReading(pool: DatabasePool, ref: ThreadRef, updatedAt: string): Promise<void> {
  await pool.query(
    `insert into commscore.thread_readings as t (repository_id, number, updated_at)
     select id, $2, $3 from commscore.repositories where key = $1
     on conflict (repository_id, number) do update set updated_at = greatest(t.updated_at, excluded.updated_at)`,
    [repositoryKey(ref), ref.number, updatedAt],
  );
}

export interface ThreadReadTo {
  updatedAt: string | null;
  triaged: boolean;
}

/** What the app wrote updates a thread too: its suggestion is saved after that. */
export async function readThreadReadings(
  pool: DatabasePool,
  ref: RepositoryRef,
  numbers: number[],
): Promise<Map<number, ThreadReadTo>> {
  const { rows } = await pool.query<{ number: number; readTo: Date | null; triaged: boolean }>(
    `select n.number::float8 as number, greatest(t.updated_at, s.saved_at) as "readTo",
       s.saved_at is not null as triaged
     from unnest($2::bigint[]) as n (number) join commscore.repositories r on r.key = $1
       left join commscore.thread_readings t on t.repository_id = r.id and t.number = n.number
       left join commscore.suggestions s on s.repository_id = r.id and s.number = n.number
     where t.number is not null or s.number is not null`,
    [repositoryKey(ref), numbers],
  );
  return new Map(rows.map(({ number, readTo, triaged }) => [number, { updatedAt: isoOf(readTo), triaged }]));
}

function isoOf(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}

export async function hasOpenItems(pool: DatabasePool, ref: RepositoryRef): Promise<boolean> {
  const { rows } = await pool.query(
    `select from commscore.suggested_items i join commscore.repositories r on r.id = i.repository_id
     where r.key = $1 and i.outcome is null and i.kind <> 'related' limit 1`,
    [repositoryKey(ref)],
  );
  return rows.length > 0;
}

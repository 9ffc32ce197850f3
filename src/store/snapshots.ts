import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';

/** A snapshot never replaces one that knows more, and none is kept of a repository that was forgotten. */
export async function saveSnapshot(
  pool: DatabasePool,
  ref: RepositoryRef,
  seq: number,
  bytes: Uint8Array,
): Promise<void> {
  await pool.query(
    `insert into commscore.model_snapshots as s (repository_id, seq, bytes)
     select id, $2, $3 from commscore.repositories where key = $1
     on conflict (repository_id) do update
       set seq = excluded.seq, bytes = excluded.bytes, saved_at = now() where s.seq <= excluded.seq`,
    [repositoryKey(ref), seq, bytes],
  );
}

export async function readSnapshot(
  pool: DatabasePool,
  ref: RepositoryRef,
): Promise<{ seq: number; bytes: Uint8Array } | null> {
  const { rows } = await pool.query<{ seq: number; bytes: Uint8Array }>(
    `select s.seq::float8 as seq, s.bytes
     from commscore.model_snapshots s join commscore.repositories r on r.id = s.repository_id
     where r.key = $1`,
    [repositoryKey(ref)],
  );
  return rows[0] ?? null;
}

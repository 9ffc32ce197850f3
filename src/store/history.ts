import type { ThreadType } from '../domain/fact.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';
import { type Learning, repositoryValues, UPSERT_REPOSITORY } from './repositories.ts';

export interface HistoryCursor {
  commit: string | null;
  threads: Record<ThreadType, ThreadCursor>;
}

export interface ThreadCursor {
  updatedAt: string | null;
  unfinished: { newest: string; after: string; given: number } | null;
}

export async function readHistoryCursor(pool: DatabasePool, ref: RepositoryRef): Promise<HistoryCursor | null> {
  return (await readHistory(pool, ref))?.cursor ?? null;
}

export async function readLearning(pool: DatabasePool, ref: RepositoryRef): Promise<Learning> {
  return (await readHistory(pool, ref))?.learning ?? 'never';
}

interface History {
  cursor: HistoryCursor | null;
  learning: Learning;
}

async function readHistory(pool: DatabasePool, ref: RepositoryRef): Promise<History | undefined> {
  const { rows } = await pool.query<History>(
    `select h.read_to as cursor, h.learning
     from commscore.histories h join commscore.repositories r on r.id = h.repository_id
     where r.key = $1`,
    [repositoryKey(ref)],
  );
  return rows[0];
}

export async function saveHistoryCursor(pool: DatabasePool, ref: RepositoryRef, cursor: HistoryCursor): Promise<void> {
  await pool.query(
    `with repository as (${UPSERT_REPOSITORY})
     insert into commscore.histories (repository_id, read_to) select id, $5::jsonb from repository
     on conflict (repository_id) do update set read_to = excluded.read_to`,
    [...repositoryValues(ref), JSON.stringify(cursor)],
  );
}

export async function saveLearning(pool: DatabasePool, ref: RepositoryRef, learning: Learning): Promise<void> {
  await pool.query(
    `with repository as (${UPSERT_REPOSITORY})
     insert into commscore.histories (repository_id, learning) select id, $5 from repository
     on conflict (repository_id) do update set learning = excluded.learning`,
    [...repositoryValues(ref), learning],
  );
}

import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';

export interface KnownRepository extends RepositoryRef {
  /** How many facts of each kind. */
  facts: Record<string, number>;
  /** ISO 8601; null before the first fact. */
  learntAt: string | null;
  /** When it was last measured, ISO 8601; null before that. */
  measuredAt: string | null;
  learning: Learning;
}

/** How reading the history stands. */
export type Learning = 'never' | 'running' | 'failed' | 'learnt';

/** Values 1 to 4 of a statement that writes something of a repository. */
export function repositoryValues(ref: RepositoryRef): unknown[] {
  return [repositoryKey(ref), ref.owner, ref.repo, ref.installationId];
}

/**
 * Ends in `returning id`; holds the repository's row until the transaction is over. A former name stands for the
 * repository that had it, and that of a removed one for none.
 */
export const UPSERT_REPOSITORY = `
  insert into commscore.repositories (key, owner, repo, installation_id)
  select coalesce(r.key, n.key), coalesce(r.owner, n.owner), coalesce(r.repo, n.repo),
    coalesce(r.installation_id, n.installation_id)
  from (values ($1::text, $2::text, $3::text, $4::bigint)) as n (key, owner, repo, installation_id)
    left join commscore.former_names f on f.key = n.key
    left join commscore.repositories r on r.id = f.repository_id
  where f.key is null or r.id is not null
  on conflict (key) do update
    set owner = excluded.owner, repo = excluded.repo, installation_id = excluded.installation_id
  returning id`;

/** Every repository that is known, without counting anything. */
export async function repositoryNames(pool: DatabasePool): Promise<RepositoryRef[]> {
  const { rows } = await pool.query<RepositoryRef>(
    'select installation_id::float8 as "installationId", owner, repo from commscore.repositories order by key',
  );
  return rows;
}

/** Every repository of an owner that is known. */
export async function repositoriesOf(pool: DatabasePool, owner: string): Promise<RepositoryRef[]> {
  const { rows } = await pool.query<RepositoryRef>(
    `select installation_id::float8 as "installationId", owner, repo from commscore.repositories
     where lower(owner) = lower($1) order by key`,
    [owner],
  );
  return rows;
}

/** When the repository was first heard of; hears of it now if never before. */
export async function repositorySince(pool: DatabasePool, ref: RepositoryRef): Promise<Date> {
  const { rows } = await pool.query<{ since: Date }>(
    `${UPSERT_REPOSITORY}, known_since as since`,
    repositoryValues(ref),
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the repository was removed');
  return row.since;
}

/** Takes everything that hangs on the repository with it. */
export async function forgetRepository(pool: DatabasePool, ref: { owner: string; repo: string }): Promise<void> {
  await pool.query('delete from commscore.repositories where key = $1', [repositoryKey(ref)]);
}

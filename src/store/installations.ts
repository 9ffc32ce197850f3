import type { RepositoryRef } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';

export async function isSuspended(pool: DatabasePool, installationId: number): Promise<boolean> {
  const { rows } = await pool.query('select from commscore.suspended_installations where installation_id = $1', [
    installationId,
  ]);
  return rows.length > 0;
}

export async function suspend(pool: DatabasePool, installationId: number): Promise<void> {
  await pool.query(
    'insert into commscore.suspended_installations (installation_id) values ($1) on conflict do nothing',
    [installationId],
  );
}

export async function resume(pool: DatabasePool, installationId: number): Promise<void> {
  await pool.query('delete from commscore.suspended_installations where installation_id = $1', [installationId]);
}

/** Every repository of the installation that is known. */
export async function repositoriesOfInstallation(pool: DatabasePool, installationId: number): Promise<RepositoryRef[]> {
  const { rows } = await pool.query<RepositoryRef>(
    `select installation_id::float8 as "installationId", owner, repo from commscore.repositories
     where installation_id = $1 order by key`,
    [installationId],
  );
  return rows;
}

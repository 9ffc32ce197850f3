import { type RepositoryName, type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { DatabasePool, Queryable } from './database-pool.ts';
import { inTransaction } from './in-transaction.ts';
import { repositoryValues, UPSERT_REPOSITORY } from './repositories.ts';

/** As the repository is called now, whatever it was called before; null where it was removed. */
export async function presentName(pool: Queryable, ref: RepositoryRef): Promise<RepositoryRef | null> {
  const { rows } = await pool.query<{ [Key in keyof RepositoryRef]: RepositoryRef[Key] | null }>(
    `select r.installation_id::float8 as "installationId", r.owner, r.repo
     from commscore.former_names f left join commscore.repositories r on r.id = f.repository_id where f.key = $1`,
    [repositoryKey(ref)],
  );
  const [row] = rows;
  if (row === undefined) return ref;
  const { installationId, owner, repo } = row;
  return installationId === null || owner === null || repo === null ? null : { installationId, owner, repo };
}

/** GitHub itself says that there is a repository of this name that the app may see, whatever was there before. */
export async function markPresent(pool: DatabasePool, ref: RepositoryRef): Promise<void> {
  await pool.query(
    `with resumed as (delete from commscore.suspended_installations where installation_id = $2)
     delete from commscore.former_names where key = $1`,
    [repositoryKey(ref), ref.installationId],
  );
}

/** From now on nothing is learnt under this name. */
export async function markGone(pool: DatabasePool, name: RepositoryName): Promise<void> {
  await pool.query(
    `insert into commscore.former_names (key, repository_id) values ($1, null)
     on conflict (key) do update set repository_id = null`,
    [repositoryKey(name)],
  );
}

/**
 * All that is known under the former name goes on under the new one. What was already learnt under the new name, by
 * deliveries that came before this one, is joined to it.
 */
export async function renameRepository(
  pool: DatabasePool,
  ref: RepositoryRef,
  formerly: RepositoryName,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    // A later renaming may have come first.
    const now = (await presentName(client, ref)) ?? ref;
    const [key, formerKey] = [repositoryKey(now), repositoryKey(formerly)];
    if (key === formerKey) return;
    await client.query('delete from commscore.former_names where key = $1', [key]);
    const { rows } = await client.query<{ id: string; key: string }>(
      'select id, key from commscore.repositories where key in ($1, $2) order by id for update',
      [key, formerKey],
    );
    const before = rows.find((row) => row.key === formerKey);
    const young = rows.find((row) => row.key === key);
    if (before === undefined) await client.query(UPSERT_REPOSITORY, repositoryValues(now));
    else if (young !== undefined) await join(client, young.id, before.id);
    if (before !== undefined) await rename(client, before.id, now);
    await client.query(
      `insert into commscore.former_names (key, repository_id)
       select $1, id from commscore.repositories where key = $2
       on conflict (key) do update set repository_id = excluded.repository_id`,
      [formerKey, key],
    );
  });
}

async function rename(client: Queryable, id: string, ref: RepositoryRef): Promise<void> {
  await client.query(
    'update commscore.repositories set key = $2, owner = $3, repo = $4, installation_id = $5 where id = $1',
    [id, ...repositoryValues(ref)],
  );
}

/** What the young one knows is later and wins. */
async function join(client: Queryable, young: string, old: string): Promise<void> {
  await client.query(
    `insert into commscore.facts (repository_id, kind, fact_id, long_id, body, gone)
     select $2, kind, fact_id, long_id, body, gone from commscore.facts where repository_id = $1 order by seq
     on conflict (repository_id, kind, fact_id) do update
       set body = excluded.body, seq = excluded.seq, learnt_at = excluded.learnt_at, gone = excluded.gone`,
    [young, old],
  );
  for (const table of ['suggestions', 'suggested_items']) {
    await client.query(
      `delete from commscore.${table} o using commscore.${table} y
       where o.repository_id = $2 and y.repository_id = $1 and y.number = o.number`,
      [young, old],
    );
    await client.query(`update commscore.${table} set repository_id = $2 where repository_id = $1`, [young, old]);
  }
  await client.query(
    `insert into commscore.commands (repository_id, comment_id, line_hash, login, result, said, ran_at)
     select $2, comment_id, line_hash, login, result, said, ran_at from commscore.commands where repository_id = $1
     on conflict do nothing`,
    [young, old],
  );
  await client.query('update commscore.former_names set repository_id = $2 where repository_id = $1', [young, old]);
  await client.query('delete from commscore.repositories where id = $1', [young]);
}

/** Of the installation's repositories those that were kept under the account's former name, under their new ones. */
export async function renameOwner(
  pool: DatabasePool,
  installationId: number,
  owner: string,
  formerly: string,
): Promise<RepositoryRef[]> {
  await pool.query(
    `with moved as (delete from commscore.people where owner = $1 returning login, settings)
     insert into commscore.people as p (owner, login, settings) select $2, login, settings from moved
     on conflict (owner, login) do update set settings = excluded.settings || p.settings`,
    [formerly.toLowerCase(), owner.toLowerCase()],
  );
  const { rows } = await pool.query<{ repo: string }>(
    'select repo from commscore.repositories where installation_id = $1 and lower(owner) = lower($2) order by key',
    [installationId, formerly],
  );
  const renamed = rows.map(({ repo }) => ({ installationId, owner, repo }));
  for (const ref of renamed) await renameRepository(pool, ref, { owner: formerly, repo: ref.repo });
  return renamed;
}

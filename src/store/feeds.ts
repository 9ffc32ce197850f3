import type { FeedState } from '../domain/feed.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';
import { storableJson } from './storable-json.ts';

/** What is known of each feed of the repository. */
export async function readFeeds(pool: DatabasePool, ref: { owner: string; repo: string }): Promise<FeedState[]> {
  const { rows } = await pool.query<{ state: FeedState }>(
    `select f.state from commscore.feeds f join commscore.repositories r on r.id = f.repository_id
     where r.key = $1 order by f.url`,
    [repositoryKey(ref)],
  );
  return rows.map(({ state }) => state);
}

/** Of a repository that was forgotten meanwhile nothing is kept. */
export async function saveFeed(pool: DatabasePool, ref: RepositoryRef, state: FeedState): Promise<void> {
  await pool.query(
    `insert into commscore.feeds (repository_id, url, state)
     select id, $2, $3::jsonb from commscore.repositories where key = $1
     on conflict (repository_id, url) do update set state = excluded.state`,
    [repositoryKey(ref), state.url, storableJson(state)],
  );
}

export async function removeFeed(pool: DatabasePool, ref: RepositoryRef, url: string): Promise<void> {
  await pool.query(
    `delete from commscore.feeds f using commscore.repositories r
     where r.id = f.repository_id and r.key = $1 and f.url = $2`,
    [repositoryKey(ref), url],
  );
}

export async function repositoriesWithFeeds(pool: DatabasePool): Promise<RepositoryRef[]> {
  const { rows } = await pool.query<RepositoryRef>(
    `select r.installation_id::float8 as "installationId", r.owner, r.repo from commscore.repositories r
     where exists (select from commscore.feeds f where f.repository_id = r.id) order by r.key`,
  );
  return rows;
}

import type { DatabasePool } from './database-pool.ts';

const KEPT_DAYS = 30;
/** More than one, so that the table shrinks to what is kept; few, so that no job waits for it. */
const PURGED_AT_ONCE = 20;

export async function wasDone(pool: DatabasePool, jobId: string): Promise<boolean> {
  const { rows } = await pool.query(
    'select from commscore.jobs_done where id = $1 and done_at > now() - make_interval(days => $2)',
    [jobId, KEPT_DAYS],
  );
  return rows.length > 0;
}

/** Removes a few of those that are too old to matter on the way. */
export async function recordDone(pool: DatabasePool, jobId: string): Promise<void> {
  await pool.query(
    `with purged as (
       delete from commscore.jobs_done where id in (
         select id from commscore.jobs_done
         where done_at <= now() - make_interval(days => $2) and id <> $1
         order by done_at limit $3 for update skip locked
       )
     )
     insert into commscore.jobs_done (id) values ($1)
     on conflict (id) do update set done_at = excluded.done_at`,
    [jobId, KEPT_DAYS, PURGED_AT_ONCE],
  );
}

import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';

// Bytes travel as base64, which the embedded database reads and writes more than ten times as fast as `bytea`.

const KEPT_DAYS = 30;
/** Few, so that nobody waits for it. */
const PURGED_AT_ONCE = 100;

/** What the model has answered before, by hash of what was sent; vectors that are kept with a fact count. */
export async function readModelAnswers(
  pool: DatabasePool,
  ref: RepositoryRef,
  model: string,
  hashes: string[],
): Promise<Map<string, Uint8Array>> {
  const { rows } = await pool.query<{ hash: string; base64: string }>(
    `with repository as (select id from commscore.repositories where key = $1)
     select a.content_hash as hash, encode(a.answer, 'base64') as base64
     from commscore.model_answers a join repository r on r.id = a.repository_id
     where a.model = $2 and a.content_hash = any($3::text[])
     union all
     select v.content_hash, encode(v.vector, 'base64')
     from commscore.fact_vectors v join repository r on r.id = v.repository_id
     where v.model = $2 and v.content_hash = any($3::text[])`,
    [repositoryKey(ref), model, hashes],
  );
  return new Map(rows.map(({ hash, base64 }) => [hash, Buffer.from(base64, 'base64')]));
}

/** For 30 days; none is kept of a repository that is not known. Removes a few that are too old on the way. */
export async function saveModelAnswers(
  pool: DatabasePool,
  ref: RepositoryRef,
  model: string,
  answers: Map<string, Uint8Array>,
): Promise<void> {
  const rows = [...answers].map(([hash, bytes]) => ({ hash, base64: Buffer.from(bytes).toString('base64') }));
  await pool.query(
    `with purged as (
       delete from commscore.model_answers where (repository_id, model, content_hash) in (
         select repository_id, model, content_hash from commscore.model_answers
         where made_at <= now() - make_interval(days => $4)
         order by made_at limit $5 for update skip locked
       )
     )
     insert into commscore.model_answers (repository_id, model, content_hash, answer)
     select r.id, $2, a.hash, decode(a.base64, 'base64')
     from commscore.repositories r, jsonb_to_recordset($3::jsonb) as a (hash text, base64 text)
     where r.key = $1
     on conflict (repository_id, model, content_hash) do nothing`,
    [repositoryKey(ref), model, JSON.stringify(rows), KEPT_DAYS, PURGED_AT_ONCE],
  );
}

import type { Fact } from '../domain/fact.ts';
import { type RepositoryRef, repositoryKey, type ThreadRef } from '../domain/thread-ref.ts';
import type { DatabasePool, Queryable } from './database-pool.ts';
import { inTransaction } from './in-transaction.ts';
import { storableJson } from './storable-json.ts';

/**
 * Everything that was learnt and said of the thread goes, at once and with every snapshot that may hold it.
 * `forGood`: it is never learnt again, as GitHub gives no number twice. False where nothing was known of it.
 */
export async function removeThread(
  pool: DatabasePool,
  ref: ThreadRef,
  { forGood }: { forGood: boolean },
): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const repository = await holdRepository(client, ref);
    if (repository === null) return false;
    const thread = [repository, String(ref.number)];
    if (forGood) {
      await client.query(
        `insert into commscore.facts (repository_id, kind, fact_id, gone) values ($1, 'thread', $2, true)
         on conflict (repository_id, kind, fact_id) do update set gone = true`,
        thread,
      );
    }
    const { rows } = await client.query(
      `update commscore.facts set body = null, seq = nextval('commscore.facts_seq_seq'), learnt_at = now()
       where repository_id = $1 and body is not null and (
         (kind = 'thread' and fact_id = $2) or (kind = 'link' and $2 in (body ->> 'from', body ->> 'to'))
       ) returning seq`,
      thread,
    );
    await forgetWhatWasSaid(client, thread);
    if (rows.length === 0) return false;
    await dropSnapshot(client, repository);
    return true;
  });
}

async function forgetWhatWasSaid(client: Queryable, thread: string[]): Promise<void> {
  const statements = [
    `delete from commscore.fact_vectors where repository_id = $1 and kind = 'thread' and fact_id = $2`,
    'delete from commscore.suggestions where repository_id = $1 and number = $2::bigint',
    'delete from commscore.suggested_items where repository_id = $1 and number = $2::bigint',
    'delete from commscore.thread_readings where repository_id = $1 and number = $2::bigint',
    `update commscore.suggestions s set suggestion = jsonb_set(s.suggestion, '{related}', (
       select coalesce(jsonb_agg(r.item order by r.place), '[]')
       from jsonb_array_elements(s.suggestion -> 'related') with ordinality as r (item, place)
       where not r.item @> jsonb_build_object('kind', 'thread', 'id', $2::text)
     ))
     where s.repository_id = $1
       and s.suggestion -> 'related' @> jsonb_build_array(jsonb_build_object('kind', 'thread', 'id', $2::text))`,
  ];
  for (const statement of statements) await client.query(statement, thread);
}

/** Small enough that nobody waits long for the repository's row. */
const BATCH = 500;

/**
 * Facts that hold this text, quoted, as `rewrite` makes them (null: removed). Models that learnt them learn of it, and
 * no snapshot from before is kept. Tells how many changed; may be stopped anywhere and repeated.
 */
export async function rewriteFacts(
  pool: DatabasePool,
  ref: RepositoryRef,
  text: string,
  rewrite: (fact: Fact) => Fact | null,
): Promise<number> {
  let [changed, after] = [0, 0];
  for (;;) {
    const { rows } = await pool.query<{ seq: number; fact: Fact | null }>(
      `select next.seq::float8 as seq,
         case when strpos(lower(next.body::text), lower($3)) > 0 then next.body end as fact
       from (
         select f.seq, f.body from commscore.facts f
         where f.repository_id = (select id from commscore.repositories where key = $1) and f.seq > $2
         order by f.seq limit $4
       ) as next order by next.seq`,
      [repositoryKey(ref), after, storableJson(text), BATCH],
    );
    const rewritten = rows.flatMap(({ seq, fact }) => {
      if (fact === null) return [];
      const body = rewrite(fact);
      return JSON.stringify(body) === JSON.stringify(fact) ? [] : [{ seq, body }];
    });
    if (rewritten.length > 0) await saveRewritten(pool, ref, rewritten);
    changed += rewritten.length;
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < BATCH) return changed;
  }
}

/** One that was replaced meanwhile is not what was rewritten. */
async function saveRewritten(
  pool: DatabasePool,
  ref: RepositoryRef,
  rewritten: { seq: number; body: Fact | null }[],
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const repository = await holdRepository(client, ref);
    if (repository === null) return;
    await client.query(
      `with changed as (
         update commscore.facts f
         set body = nullif(c.body, 'null'), seq = nextval('commscore.facts_seq_seq'), learnt_at = now()
         from jsonb_to_recordset($2::jsonb) as c (seq bigint, body jsonb)
         where f.repository_id = $1 and f.seq = c.seq returning f.kind, f.fact_id
       )
       delete from commscore.fact_vectors v using changed c
       where v.repository_id = $1 and v.kind = c.kind and v.fact_id = c.fact_id`,
      [repository, storableJson(rewritten)],
    );
    await dropSnapshot(client, repository);
  });
}

/** Whoever holds the row draws the next numbers of facts; null where the repository is not known. */
async function holdRepository(client: Queryable, ref: { owner: string; repo: string }): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    'select id::text from commscore.repositories where key = $1 for update',
    [repositoryKey(ref)],
  );
  return rows[0]?.id ?? null;
}

/** Nor is one kept that is saved later and does not know what was un-learnt. */
async function dropSnapshot(client: Queryable, repository: string): Promise<void> {
  await client.query(
    `with dropped as (delete from commscore.model_snapshots where repository_id = $1)
     update commscore.repositories
     set unlearnt_to = (select max(seq) from commscore.facts where repository_id = $1) where id = $1`,
    [repository],
  );
}

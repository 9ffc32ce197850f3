import type { Suggestion } from '../domain/suggestion.ts';
import { suggestionWithout } from '../domain/suggestion-without.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import { withoutPeople } from '../domain/without-people.ts';
import type { DatabasePool } from './database-pool.ts';
import { storableJson } from './storable-json.ts';
import { rewriteFacts } from './unlearn.ts';

/**
 * What was learnt of a person in a repository, and what was said that names them; whoever calls has left them out
 * before. Tells how many facts changed; may be stopped anywhere and repeated.
 */
export async function forgetPersonIn(pool: DatabasePool, ref: RepositoryRef, login: string): Promise<number> {
  const person = login.toLowerCase();
  const forgotten = new Set([person]);
  const changed = await rewriteFacts(pool, ref, person, (fact) => withoutPeople(fact, forgotten));
  await cleanSuggestions(pool, ref, person);
  await dropLostQuotes(pool, ref);
  await cleanItems(pool, ref, person);
  return changed;
}

const BATCH = 200;

/** One that was replaced meanwhile was made by a model that does not know them. */
async function cleanSuggestions(pool: DatabasePool, ref: RepositoryRef, person: string): Promise<void> {
  let after = 0;
  for (;;) {
    const { rows } = await pool.query<{ number: number; suggestion: Suggestion; version: string }>(
      `select s.number::float8 as number, s.suggestion, md5(s.suggestion::text) as version
       from commscore.suggestions s join commscore.repositories r on r.id = s.repository_id
       where r.key = $1 and s.number > $2 and strpos(lower(s.suggestion::text), $3) > 0 order by s.number limit $4`,
      [repositoryKey(ref), after, storableJson(person), BATCH],
    );
    const cleaned = rows.map((row) => ({ ...row, suggestion: suggestionWithout(row.suggestion, person) }));
    await pool.query(
      `update commscore.suggestions s set suggestion = c.suggestion
       from commscore.repositories r,
         jsonb_to_recordset($2::jsonb) as c (number bigint, suggestion jsonb, version text)
       where r.id = s.repository_id and r.key = $1 and s.number = c.number and md5(s.suggestion::text) = c.version`,
      [repositoryKey(ref), storableJson(cleaned)],
    );
    after = rows.at(-1)?.number ?? after;
    if (rows.length < BATCH) return;
  }
}

/** Of a thread whose words are not known any more no sentence is shown elsewhere. */
async function dropLostQuotes(pool: DatabasePool, ref: RepositoryRef): Promise<void> {
  await pool.query(
    `update commscore.suggestions s set suggestion = jsonb_set(s.suggestion, '{related}', (
       select coalesce(jsonb_agg(case when lost.id is null then q.item else q.item - 'quote' end order by q.place), '[]')
       from jsonb_array_elements(s.suggestion -> 'related') with ordinality as q (item, place)
         left join lateral (
           select f.fact_id as id from commscore.facts f
           where f.repository_id = s.repository_id and f.kind = 'thread' and q.item ->> 'kind' = 'thread'
             and f.fact_id = q.item ->> 'id' and f.body ->> 'body' = ''
         ) as lost on true
     ))
     from commscore.repositories r
     where r.id = s.repository_id and r.key = $1
       and jsonb_path_exists(s.suggestion, '$.related[*].quote')`,
    [repositoryKey(ref)],
  );
}

async function cleanItems(pool: DatabasePool, ref: RepositoryRef, person: string): Promise<void> {
  const values = [repositoryKey(ref), person];
  await pool.query(
    `delete from commscore.suggested_items i using commscore.repositories r
     where r.id = i.repository_id and r.key = $1 and i.kind in ('assignee', 'reviewer') and lower(i.subject) = $2`,
    values,
  );
  await pool.query(
    `update commscore.suggested_items i
     set applied_by = nullif(lower(i.applied_by), $2), outcome_by = nullif(lower(i.outcome_by), $2),
       reasons = (
         select coalesce(jsonb_agg(e.reason order by e.place), '[]')
         from jsonb_array_elements(i.reasons) with ordinality as e (reason, place)
         where lower(e.reason ->> 'author') is distinct from $2
       )
     from commscore.repositories r
     where r.id = i.repository_id and r.key = $1 and (
       lower(i.applied_by) = $2 or lower(i.outcome_by) = $2 or strpos(lower(i.reasons::text), to_json($2::text)::text) > 0
     )`,
    values,
  );
}

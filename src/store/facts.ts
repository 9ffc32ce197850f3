import { createHash } from 'node:crypto';
import { type Fact, factId } from '../domain/fact.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import { withoutPeople } from '../domain/without-people.ts';
import type { DatabasePool } from './database-pool.ts';
import { forgottenPeople } from './people.ts';
import { repositoryValues, UPSERT_REPOSITORY } from './repositories.ts';
import { storableJson } from './storable-json.ts';

const BATCH = 500;
/** An index entry has room for about 2,700 bytes. */
const LONGEST_PLAIN_ID = 400;

/** `keep`: of facts already known nothing changes. `replace`: one that differs is replaced and counts as new. */
export async function addFacts(
  pool: DatabasePool,
  ref: RepositoryRef,
  facts: Fact[],
  known: 'keep' | 'replace',
): Promise<void> {
  const forgotten = await forgottenPeople(pool, ref);
  await addKnowable(pool, ref, facts, { known, forgotten });
  const forgottenNow = await forgottenPeople(pool, ref);
  // Somebody was forgotten meanwhile, perhaps before these facts could be seen.
  if (forgottenNow.size > forgotten.size) {
    await addKnowable(pool, ref, facts, { known: 'replace', forgotten: forgottenNow });
  }
}

/** The one place where facts come in, and so where people who want to be forgotten are left out. */
async function addKnowable(
  pool: DatabasePool,
  ref: RepositoryRef,
  facts: Fact[],
  { known, forgotten }: { known: 'keep' | 'replace'; forgotten: Set<string> },
): Promise<void> {
  const unique = onePerId(
    facts.flatMap((fact) => withoutPeople(fact, forgotten) ?? []),
    known,
  );
  for (let start = 0; start === 0 || start < unique.length; start += BATCH) {
    await addBatch(pool, ref, unique.slice(start, start + BATCH), known);
  }
}

/**
 * The repository's row is held before the first `seq` is drawn and until it is committed. So a reader that has seen
 * a fact has seen every fact of that repository with a smaller `seq`.
 */
async function addBatch(
  pool: DatabasePool,
  ref: RepositoryRef,
  facts: KeyedFact[],
  known: 'keep' | 'replace',
): Promise<void> {
  const isNews = known === 'keep' ? 'facts.body is null' : 'facts.body is distinct from excluded.body';
  await pool.query(
    `with repository as (${UPSERT_REPOSITORY})
     insert into commscore.facts (repository_id, kind, fact_id, long_id, body)
     select repository.id, f.body ->> 'kind', f.id, f."longId", f.body
     from repository,
       rows from (jsonb_to_recordset($5::jsonb) as (id text, "longId" text, body jsonb)) with ordinality as f
     order by f.ordinality
     on conflict (repository_id, kind, fact_id) do update
       set body = excluded.body, seq = excluded.seq, learnt_at = excluded.learnt_at
       where ${isNews} and not facts.gone`,
    [...repositoryValues(ref), storableJson(facts)],
  );
}

interface KeyedFact extends FactKey {
  body: Fact;
}

export interface FactKey {
  /** As it is indexed. */
  id: string;
  /** The whole of an id that is too long for that. */
  longId: string | null;
}

/** One statement may touch a row once: of several facts with one id only the one that would win is left. */
function onePerId(facts: Fact[], known: 'keep' | 'replace'): KeyedFact[] {
  const byId = new Map<string, KeyedFact>();
  for (const fact of facts) {
    const factKey = keyOf(factId(fact));
    const key = `${fact.kind} ${factKey.id}`;
    if (known === 'keep' && byId.has(key)) continue;
    byId.delete(key);
    byId.set(key, { ...factKey, body: fact });
  }
  return [...byId.values()];
}

export function keyOf(id: string): FactKey {
  if (id.length <= LONGEST_PLAIN_ID) return { id, longId: null };
  return { id: `sha256 ${createHash('sha256').update(id).digest('hex')}`, longId: id };
}

/** Leaves a tombstone, so that readers that have seen the fact see its removal; its vectors go. */
export async function removeFact(
  pool: DatabasePool,
  ref: RepositoryRef,
  kind: Fact['kind'],
  id: string,
): Promise<void> {
  await pool.query(
    `with repository as (select id from commscore.repositories where key = $1 for update),
     vectors as (
       delete from commscore.fact_vectors v using repository
       where v.repository_id = repository.id and v.kind = $2 and v.fact_id = $3
     )
     update commscore.facts f set body = null, seq = nextval('commscore.facts_seq_seq'), learnt_at = now()
     from repository
     where f.repository_id = repository.id and f.kind = $2 and f.fact_id = $3 and f.body is not null`,
    [repositoryKey(ref), kind, keyOf(id).id],
  );
}

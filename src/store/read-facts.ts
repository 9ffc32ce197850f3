import type { Fact } from '../domain/fact.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';
import { keyOf } from './facts.ts';

export interface StoredFact {
  seq: number;
  kind: Fact['kind'];
  id: string;
  /** null: removed. */
  fact: Fact | null;
}

/** One fact as it was last learnt; null where it is not there, or not any more. */
export async function readFact(
  pool: DatabasePool,
  ref: RepositoryRef,
  kind: Fact['kind'],
  id: string,
): Promise<Fact | null> {
  const { rows } = await pool.query<{ fact: Fact | null }>(
    `select f.body as fact from commscore.facts f join commscore.repositories r on r.id = f.repository_id
     where r.key = $1 and f.kind = $2 and f.fact_id = $3`,
    [repositoryKey(ref), kind, keyOf(id).id],
  );
  return rows[0]?.fact ?? null;
}

/** Those of the facts that are there; in no order. */
export async function readFacts(
  pool: DatabasePool,
  ref: RepositoryRef,
  kind: Fact['kind'],
  ids: string[],
): Promise<Fact[]> {
  const { rows } = await pool.query<{ fact: Fact }>(
    `select f.body as fact from commscore.facts f join commscore.repositories r on r.id = f.repository_id
     where r.key = $1 and f.kind = $2 and f.fact_id = any($3::text[]) and f.body is not null`,
    [repositoryKey(ref), kind, ids.map((id) => keyOf(id).id)],
  );
  return rows.map(({ fact }) => fact);
}

/** Facts learnt or removed after `seq`, in that order. */
export async function factsAfter(
  pool: DatabasePool,
  ref: RepositoryRef,
  seq: number,
  limit: number,
): Promise<StoredFact[]> {
  const { rows } = await pool.query<StoredFact>(
    `select f.seq::float8 as seq, f.kind, coalesce(f.long_id, f.fact_id) as id, f.body as fact
     from commscore.facts f join commscore.repositories r on r.id = f.repository_id
     where r.key = $1 and f.seq > $2
     order by f.seq limit $3`,
    [repositoryKey(ref), seq, limit],
  );
  return rows;
}

/** Facts of some kinds that are there and were learnt after `seq`, in that order. */
export async function factsOfKinds(
  pool: DatabasePool,
  ref: RepositoryRef,
  kinds: Fact['kind'][],
  { after, limit }: { after: number; limit: number },
): Promise<{ seq: number; fact: Fact }[]> {
  const { rows } = await pool.query<{ seq: number; fact: Fact }>(
    `select f.seq::float8 as seq, f.body as fact
     from commscore.facts f join commscore.repositories r on r.id = f.repository_id
     where r.key = $1 and f.kind = any($2::text[]) and f.seq > $3 and f.body is not null
     order by f.seq limit $4`,
    [repositoryKey(ref), kinds, after, limit],
  );
  return rows;
}

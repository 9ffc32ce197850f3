import type { DocumentFact, ThreadFact } from '../domain/fact.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import { packVector } from '../text/packed-vector.ts';
import type { DatabasePool } from './database-pool.ts';

// Bytes travel as base64, which the embedded database reads and writes more than ten times as fast as `bytea`.

/** A fact that has a text. */
export type TextFact = ThreadFact | DocumentFact;

export interface UnembeddedFact {
  seq: number;
  fact: TextFact;
}

export interface NewVector {
  /** Of the fact that it was made from. */
  seq: number;
  /** Names the text that was sent. */
  hash: string;
  /** null: the fact has none, and is not to be asked for again as long as it stays the same. */
  vector: Float32Array | null;
}

export interface StoredVector {
  /** Grows with each vector that is saved, so that a reader can go on from the last one it has seen. */
  seq: number;
  kind: TextFact['kind'];
  id: string;
  /** A direction, packed: see `unpackVector`. */
  vector: Int8Array;
}

/** Threads and documents whose vector of this model is missing or was made from what they were before; the latest learnt first. */
export async function factsWithoutVector(
  pool: DatabasePool,
  ref: RepositoryRef,
  model: string,
  limit: number,
): Promise<UnembeddedFact[]> {
  const { rows } = await pool.query<UnembeddedFact>(
    `select f.seq::float8 as seq, f.body as fact
     from commscore.facts f join commscore.repositories r on r.id = f.repository_id
     where r.key = $1 and f.kind in ('thread', 'document') and f.body is not null
       and not exists (
         select from commscore.fact_vectors v
         where v.repository_id = f.repository_id and v.model = $2 and v.kind = f.kind and v.fact_id = f.fact_id
           and v.fact_seq = f.seq
       )
     order by f.seq desc limit $3`,
    [repositoryKey(ref), model, limit],
  );
  return rows;
}

/** A vector of a fact that was removed or replaced meanwhile is dropped; its copy among the answers is not needed any more. */
export async function saveVectors(
  pool: DatabasePool,
  ref: RepositoryRef,
  model: string,
  vectors: NewVector[],
): Promise<void> {
  await pool.query(
    `with repository as (select id from commscore.repositories where key = $1 for update),
     made as (
       select r.id as repository_id, f.kind, f.fact_id, v.seq, v.hash, decode(v.base64, 'base64') as bytes
       from repository r, jsonb_to_recordset($3::jsonb) as v (seq bigint, hash text, base64 text)
         join commscore.facts f on f.seq = v.seq and f.body is not null
       where f.repository_id = r.id
     ),
     moved as (
       delete from commscore.model_answers a using made m
       where a.repository_id = m.repository_id and a.model = $2 and a.content_hash = m.hash
     )
     insert into commscore.fact_vectors as old (repository_id, model, kind, fact_id, fact_seq, content_hash, vector)
     select repository_id, $2, kind, fact_id, seq, hash, bytes from made
     on conflict (repository_id, model, kind, fact_id) do update
       set fact_seq = excluded.fact_seq, content_hash = excluded.content_hash, vector = excluded.vector,
         seq = case when old.vector = excluded.vector then old.seq else excluded.seq end`,
    [repositoryKey(ref), model, JSON.stringify(vectors.map(packedRow))],
  );
}

function packedRow({ seq, hash, vector }: NewVector): { seq: number; hash: string; base64: string } {
  const packed = vector === null ? null : packVector(vector);
  return { seq, hash, base64: packed === null ? '' : Buffer.from(packed.buffer).toString('base64') };
}

/** Vectors of a repository's threads and documents, saved after `after`, in that order. */
export async function readVectors(
  pool: DatabasePool,
  ref: RepositoryRef,
  model: string,
  { after, limit }: { after: number; limit: number },
): Promise<StoredVector[]> {
  const { rows } = await pool.query<Omit<StoredVector, 'vector'> & { base64: string }>(
    `select v.seq::float8 as seq, v.kind, coalesce(f.long_id, f.fact_id) as id, encode(v.vector, 'base64') as base64
     from commscore.fact_vectors v join commscore.repositories r on r.id = v.repository_id
       join commscore.facts f on f.repository_id = v.repository_id and f.kind = v.kind and f.fact_id = v.fact_id
     where r.key = $1 and v.model = $2 and v.seq > $3 and v.vector <> ''
     order by v.seq limit $4`,
    [repositoryKey(ref), model, after, limit],
  );
  return rows.map(({ base64, ...row }) => ({ ...row, vector: Int8Array.from(Buffer.from(base64, 'base64')) }));
}

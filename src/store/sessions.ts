import type { DatabasePool } from './database-pool.ts';

/** Somebody who signed in. Only a hash of what their browser holds is kept, and nothing of GitHub's. */
export interface Session {
  /** Of the account on GitHub; a login alone may become another's. */
  personId: number;
  login: string;
}

export interface SessionTerms {
  /** From the sign-in on. */
  longestMs: number;
  /** Without a request. */
  idleMs: number;
}

/** Those that are over are removed with it. */
export async function startSession(
  pool: DatabasePool,
  idHash: string,
  { personId, login }: Session,
  terms: SessionTerms,
): Promise<void> {
  await pool.query(
    `with over as (delete from commscore.sessions where not (${RUNS}))
     insert into commscore.sessions (id_hash, person_id, login) values ($3, $4, $5)`,
    [terms.longestMs, terms.idleMs, idHash, personId, login],
  );
}

/** null where there is none, or it is over. Asking keeps it alive, written down once a minute. */
export async function findSession(pool: DatabasePool, idHash: string, terms: SessionTerms): Promise<Session | null> {
  const { rows } = await pool.query<Session>(
    `with seen as (
       update commscore.sessions set seen_at = now()
       where id_hash = $3 and ${RUNS} and seen_at < now() - interval '1 minute'
     )
     select person_id::float8 as "personId", login from commscore.sessions where id_hash = $3 and ${RUNS}`,
    [terms.longestMs, terms.idleMs, idHash],
  );
  return rows[0] ?? null;
}

export async function endSession(pool: DatabasePool, idHash: string): Promise<void> {
  await pool.query('delete from commscore.sessions where id_hash = $1', [idHash]);
}

const RUNS = `started_at > now() - $1 * interval '1 millisecond' and seen_at > now() - $2 * interval '1 millisecond'`;

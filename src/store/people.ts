import { repositoryKey } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';

/** What a person has set for all repositories of an owner. */
export interface PersonSettings {
  /** ISO 8601 UTC; null: not away. */
  awayUntil: string | null;
  /** Open issues and pulls they want at most; null: what the repository says. */
  capacity: number | null;
  optedOut: boolean;
  /** Nothing is learnt of them. */
  forgotten?: boolean;
}

const NOTHING_SET: PersonSettings = { awayUntil: null, capacity: null, optedOut: false };

/** By login in lower case; people who have set nothing are absent. */
export async function readPeople(pool: DatabasePool, owner: string): Promise<Map<string, PersonSettings>> {
  const { rows } = await pool.query<{ login: string; settings: Partial<PersonSettings> }>(
    'select login, settings from commscore.people where owner = $1 order by login',
    [owner.toLowerCase()],
  );
  return new Map(rows.map(({ login, settings }) => [login, { ...NOTHING_SET, ...settings }]));
}

/** What is not named stays as it was. */
export async function savePerson(
  pool: DatabasePool,
  owner: string,
  login: string,
  settings: Partial<PersonSettings>,
): Promise<void> {
  await pool.query(
    `insert into commscore.people as p (owner, login, settings) values ($1, $2, $3::jsonb)
     on conflict (owner, login) do update set settings = p.settings || excluded.settings`,
    [owner.toLowerCase(), login.toLowerCase(), JSON.stringify(settings)],
  );
}

/** Nothing else that they have set stays. */
export async function leaveOut(pool: DatabasePool, owner: string, login: string): Promise<void> {
  const settings: Partial<PersonSettings> = { optedOut: true, forgotten: true };
  await pool.query(
    `insert into commscore.people (owner, login, settings) values ($1, $2, $3::jsonb)
     on conflict (owner, login) do update set settings = excluded.settings`,
    [owner.toLowerCase(), login.toLowerCase(), JSON.stringify(settings)],
  );
}

/** Logins in lower case of whom nothing may be learnt in the repository. */
export async function forgottenPeople(pool: DatabasePool, ref: { owner: string; repo: string }): Promise<Set<string>> {
  const { rows } = await pool.query<{ login: string }>(
    `select login from commscore.people where settings @> '{"forgotten": true}' and owner in (
       $1, (select lower(r.owner) from commscore.former_names f
         join commscore.repositories r on r.id = f.repository_id where f.key = $2)
     )`,
    [ref.owner.toLowerCase(), repositoryKey(ref)],
  );
  return new Set(rows.map(({ login }) => login));
}

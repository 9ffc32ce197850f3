import type { DatabasePool } from './database-pool.ts';

/** What a person has set for all repositories of an owner. */
export interface PersonSettings {
  /** ISO 8601 UTC; null: not away. */
  awayUntil: string | null;
  /** Open issues and pulls they want at most; null: what the repository says. */
  capacity: number | null;
  optedOut: boolean;
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

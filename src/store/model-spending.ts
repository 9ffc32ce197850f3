import type { DatabasePool } from './database-pool.ts';

const KEPT_DAYS = 90;

/** Takes so many characters from what may be sent on the day (`2026-01-31`); false where that would be more than `limit`. */
export async function spendOnModels(
  pool: DatabasePool,
  day: string,
  characters: number,
  limit: number,
): Promise<boolean> {
  const { rows } = await pool.query(
    `with purged as (delete from commscore.model_spending where day < $1::date - $4::int)
     insert into commscore.model_spending as s (day, characters) select $1::date, $2::bigint where $2::bigint <= $3::bigint
     on conflict (day) do update set characters = s.characters + excluded.characters
       where s.characters + excluded.characters <= $3::bigint
     returning s.day`,
    [day, characters, limit, KEPT_DAYS],
  );
  return rows.length > 0;
}

import type { DatabasePool } from './database-pool.ts';
import { storableJson } from './storable-json.ts';

export interface Redelivery {
  lookedTo: string | null;
  tries: Record<string, number>;
  restUntil: string | null;
}

export async function readRedelivery(pool: DatabasePool): Promise<Redelivery> {
  const { rows } = await pool.query<{ state: Redelivery }>('select state from commscore.redelivery');
  return rows[0]?.state ?? { lookedTo: null, tries: {}, restUntil: null };
}

export async function saveRedelivery(pool: DatabasePool, redelivery: Redelivery): Promise<void> {
  await pool.query(
    `insert into commscore.redelivery (state) values ($1::jsonb)
     on conflict (only_one) do update set state = excluded.state`,
    [storableJson(redelivery)],
  );
}

import type { SettledCounts, SettledItem } from '../domain/suggested-item.ts';
import { type RepositoryRef, repositoryKey, type ThreadRef } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';
import { storableJson } from './storable-json.ts';

/** Of items that were never said nothing is kept. */
export async function settleItems(pool: DatabasePool, ref: ThreadRef, settled: SettledItem[]): Promise<void> {
  if (settled.length === 0) return;
  await pool.query(
    `update commscore.suggested_items i set outcome = s.outcome, outcome_by = s.by, outcome_at = s.at
     from commscore.repositories r,
       jsonb_to_recordset($3::jsonb) as s (kind text, subject text, outcome text, by text, at timestamptz)
     where r.id = i.repository_id and r.key = $1 and i.number = $2
       and i.kind = s.kind and md5(lower(i.subject)) = md5(lower(s.subject))`,
    [repositoryKey(ref), ref.number, storableJson(settled)],
  );
}

/**
 * What was said or applied before a time and nobody did anything about since: ignored, or left standing and so accepted.
 * Of related content silence says nothing.
 */
export async function settleOverdue(
  pool: DatabasePool,
  ref: RepositoryRef,
  { before, at }: { before: string; at: string },
): Promise<SettledItem[]> {
  const { rows } = await pool.query<Omit<SettledItem, 'by' | 'at'>>(
    `update commscore.suggested_items i
     set outcome = case when i.applied_at is null then 'ignored' else 'accepted' end, outcome_at = $3
     from commscore.repositories r
     where r.id = i.repository_id and r.key = $1 and i.outcome is null and i.kind <> 'related'
       and coalesce(i.applied_at, i.first_said_at) < $2
     returning i.kind, i.subject, i.outcome`,
    [repositoryKey(ref), before, at],
  );
  return rows.map((row) => ({ ...row, by: null, at }));
}

/** What became of suggestions since a time; of what was applied without having been suggested nothing is told. */
export async function acceptance(pool: DatabasePool, ref: RepositoryRef, since: string): Promise<SettledCounts[]> {
  const { rows } = await pool.query<CountsRow>(
    `select i.kind, case when i.kind = 'label' then min(i.subject) end as label,
       ${COUNTS}
     from commscore.suggested_items i join commscore.repositories r on r.id = i.repository_id
     where r.key = $1 and i.outcome is not null and i.outcome_at >= $2 and i.probability is not null
     group by i.kind, case when i.kind = 'label' then lower(i.subject) end
     order by 1, 2`,
    [repositoryKey(ref), since],
  );
  return rows.map(countsOf);
}

/** Of all these repositories together, by kind; of all there are where no keys are given. */
export async function acceptanceOverall(
  pool: DatabasePool,
  keys: string[] | undefined,
  since: string,
): Promise<SettledCounts[]> {
  const { rows } = await pool.query<CountsRow>(
    `select i.kind, null as label,
       ${COUNTS}
     from commscore.suggested_items i join commscore.repositories r on r.id = i.repository_id
     where ($1::text[] is null or r.key = any($1))
       and i.outcome is not null and i.outcome_at >= $2 and i.probability is not null
     group by i.kind order by 1`,
    [keys ?? null, since],
  );
  return rows.map(countsOf);
}

const OUTCOMES = ['accepted', 'changed', 'rejected', 'ignored', 'undone'] as const;

const COUNTS = `
  ${OUTCOMES.map((outcome) => `count(*) filter (where i.outcome = '${outcome}')::float8 as ${outcome}`).join(', ')},
  coalesce(sum(i.probability) filter (where i.outcome <> 'ignored'), 0) as promised`;

function countsOf({ kind, label, promised, ...outcomes }: CountsRow): SettledCounts {
  return { kind, label, outcomes, promised };
}

type CountsRow = Omit<SettledCounts, 'outcomes'> & SettledCounts['outcomes'];

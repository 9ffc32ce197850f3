import type { ItemName, SaidItem, SettledCounts, SettledItem, SuggestedItem } from '../domain/suggested-item.ts';
import { type RepositoryRef, repositoryKey, type ThreadRef } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';
import { repositoryValues, UPSERT_REPOSITORY } from './repositories.ts';
import { storableJson } from './storable-json.ts';

/** Said once more it keeps what was first promised, and what was ever shown stays shown. */
export async function recordItems(pool: DatabasePool, ref: ThreadRef, items: SaidItem[], at: string): Promise<void> {
  if (items.length === 0) return;
  await pool.query(
    `with repository as (${UPSERT_REPOSITORY})
     insert into commscore.suggested_items as i
       (repository_id, number, kind, subject, probability, reasons, shown, first_said_at, last_said_at)
     select distinct on (s.kind, lower(s.subject))
       repository.id, $5, s.kind, s.subject, s.probability, s.reasons, s.shown, $7, $7
     from repository, jsonb_to_recordset($6::jsonb)
       as s (kind text, subject text, probability float8, reasons jsonb, shown boolean)
     on conflict (repository_id, number, kind, md5(lower(subject))) do update
       set probability = coalesce(i.probability, excluded.probability), reasons = excluded.reasons,
         shown = i.shown or excluded.shown, last_said_at = excluded.last_said_at`,
    [...repositoryValues(ref), ref.number, storableJson(items), at],
  );
}

/** Put on the thread by the app. Whoever commands it wants it, whatever became of it before. */
export async function recordApplied(
  pool: DatabasePool,
  ref: ThreadRef,
  items: ItemName[],
  { by, at }: { by: string | null; at: string },
): Promise<void> {
  if (items.length === 0) return;
  await pool.query(
    `with repository as (${UPSERT_REPOSITORY})
     insert into commscore.suggested_items
       (repository_id, number, kind, subject, shown, first_said_at, last_said_at, applied_at, applied_by)
     select distinct on (s.kind, lower(s.subject)) repository.id, $5, s.kind, s.subject, false, $7, $7, $7, $8
     from repository, jsonb_to_recordset($6::jsonb) as s (kind text, subject text)
     on conflict (repository_id, number, kind, md5(lower(subject))) do update
       set applied_at = excluded.applied_at, applied_by = excluded.applied_by,
         outcome = null, outcome_by = null, outcome_at = null`,
    [...repositoryValues(ref), ref.number, storableJson(items), at, by],
  );
}

/** Everything that was ever said of the thread or applied to it. */
export async function readItems(pool: DatabasePool, ref: ThreadRef): Promise<SuggestedItem[]> {
  const { rows } = await pool.query<Row>(
    `select i.kind, i.subject, i.probability, i.reasons, i.shown, i.first_said_at as "firstSaidAt",
       i.last_said_at as "lastSaidAt", i.applied_at as "appliedAt", i.applied_by as "appliedBy",
       i.outcome, i.outcome_by as "outcomeBy", i.outcome_at as "outcomeAt"
     from commscore.suggested_items i join commscore.repositories r on r.id = i.repository_id
     where r.key = $1 and i.number = $2 order by i.kind, i.probability desc nulls last, i.subject`,
    [repositoryKey(ref), ref.number],
  );
  return rows.map(toItem);
}

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
       ${OUTCOMES.map((outcome) => `count(*) filter (where i.outcome = '${outcome}')::float8 as ${outcome}`).join(', ')},
       coalesce(sum(i.probability) filter (where i.outcome <> 'ignored'), 0) as promised
     from commscore.suggested_items i join commscore.repositories r on r.id = i.repository_id
     where r.key = $1 and i.outcome is not null and i.outcome_at >= $2 and i.probability is not null
     group by i.kind, case when i.kind = 'label' then lower(i.subject) end
     order by 1, 2`,
    [repositoryKey(ref), since],
  );
  return rows.map(({ kind, label, promised, ...outcomes }) => ({ kind, label, outcomes, promised }));
}

/** Of a thread that is gone. */
export async function forgetItems(pool: DatabasePool, ref: ThreadRef): Promise<void> {
  await pool.query(
    `delete from commscore.suggested_items i using commscore.repositories r
     where r.id = i.repository_id and r.key = $1 and i.number = $2`,
    [repositoryKey(ref), ref.number],
  );
}

const OUTCOMES = ['accepted', 'changed', 'rejected', 'ignored', 'undone'] as const;

type CountsRow = Omit<SettledCounts, 'outcomes'> & SettledCounts['outcomes'];

interface Row extends Pick<SuggestedItem, 'kind' | 'subject' | 'probability' | 'reasons' | 'shown'> {
  firstSaidAt: Date;
  lastSaidAt: Date;
  appliedAt: Date | null;
  appliedBy: string | null;
  outcome: SettledItem['outcome'] | null;
  outcomeBy: string | null;
  outcomeAt: Date | null;
}

function toItem({ appliedAt, appliedBy, outcome, outcomeBy, outcomeAt, ...row }: Row): SuggestedItem {
  return {
    ...row,
    firstSaidAt: row.firstSaidAt.toISOString(),
    lastSaidAt: row.lastSaidAt.toISOString(),
    applied: appliedAt === null ? null : { at: appliedAt.toISOString(), by: appliedBy },
    outcome:
      outcome === null || outcomeAt === null ? null : { is: outcome, by: outcomeBy, at: outcomeAt.toISOString() },
  };
}

import type { ItemName, SaidItem, SettledItem, SuggestedItem } from '../domain/suggested-item.ts';
import { repositoryKey, type ThreadRef } from '../domain/thread-ref.ts';
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

/** GitHub holds them in its own suggestion fields. */
export async function recordNative(pool: DatabasePool, ref: ThreadRef, items: ItemName[]): Promise<void> {
  if (items.length === 0) return;
  await pool.query(`update commscore.suggested_items i set native = true from ${OF_THREAD}`, named(ref, items));
}

/** Items that were taken back before anybody acted on them are as if they had never been said. */
export async function withdrawItems(pool: DatabasePool, ref: ThreadRef, items: ItemName[]): Promise<void> {
  if (items.length === 0) return;
  await pool.query(
    `delete from commscore.suggested_items i using ${OF_THREAD} and i.outcome is null and i.applied_at is null`,
    named(ref, items),
  );
}

/** Everything that was ever said of the thread or applied to it. */
export async function readItems(pool: DatabasePool, ref: ThreadRef): Promise<SuggestedItem[]> {
  const { rows } = await pool.query<Row>(
    `select i.kind, i.subject, i.probability, i.reasons, i.shown, i.native, i.first_said_at as "firstSaidAt",
       i.last_said_at as "lastSaidAt", i.applied_at as "appliedAt", i.applied_by as "appliedBy",
       i.outcome, i.outcome_by as "outcomeBy", i.outcome_at as "outcomeAt"
     from commscore.suggested_items i join commscore.repositories r on r.id = i.repository_id
     where r.key = $1 and i.number = $2 order by i.kind, i.probability desc nulls last, i.subject`,
    [repositoryKey(ref), ref.number],
  );
  return rows.map(toItem);
}

const OF_THREAD = `
  commscore.repositories r, jsonb_to_recordset($3::jsonb) as s (kind text, subject text)
  where r.id = i.repository_id and r.key = $1 and i.number = $2
    and i.kind = s.kind and md5(lower(i.subject)) = md5(lower(s.subject))`;

function named(ref: ThreadRef, items: ItemName[]): unknown[] {
  return [repositoryKey(ref), ref.number, storableJson(items)];
}

interface Row extends Pick<SuggestedItem, 'kind' | 'subject' | 'probability' | 'reasons' | 'shown' | 'native'> {
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

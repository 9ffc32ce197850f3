import type { ThreadType } from '../domain/fact.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { repositoryKey, type ThreadRef } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';
import { repositoryValues, UPSERT_REPOSITORY } from './repositories.ts';
import { storableJson } from './storable-json.ts';

/** What became of the comment, or why there is none. */
export type CommentOutcome =
  | 'created'
  | 'updated'
  | 'unchanged'
  | 'removed'
  | 'none'
  | 'shadow'
  | 'waiting'
  | 'dismissed'
  | 'ignored'
  | 'asked';

export interface SuggestionRecord {
  mode: string;
  suggestion: Suggestion;
  comment: CommentOutcome;
  /** From the start of the thread to its first answer; null where it was not measured. */
  latencyMs: number | null;
}

export interface SavedSuggestion extends ThreadRef, SuggestionRecord {
  /** ISO 8601 UTC. */
  savedAt: string;
}

/** The latest suggestion of a thread replaces the one before; a thread that is to be ignored stays so, and one that is gone has none. */
export async function saveSuggestion(pool: DatabasePool, ref: ThreadRef, record: SuggestionRecord): Promise<void> {
  await pool.query(
    `with repository as (${UPSERT_REPOSITORY})
     insert into commscore.suggestions
       (repository_id, number, type, mode, comment, suggestion, latency_ms)
     select id, $5, $6, $7, $8, $9::jsonb, $10 from repository
     where not exists (
       select from commscore.facts f
       where f.repository_id = repository.id and f.kind = 'thread' and f.fact_id = $5::bigint::text and f.gone
     )
     on conflict (repository_id, number) do update
       set type = excluded.type, mode = excluded.mode,
         comment = case suggestions.comment when 'ignored' then 'ignored' else excluded.comment end,
         suggestion = excluded.suggestion, saved_at = now(),
         latency_ms = coalesce(suggestions.latency_ms, excluded.latency_ms)`,
    [
      ...repositoryValues(ref),
      ref.number,
      ref.type,
      record.mode,
      record.comment,
      storableJson(record.suggestion),
      record.latencyMs,
    ],
  );
}

/** What a human wants of the comment from now on, whatever was suggested. */
export async function markComment(pool: DatabasePool, ref: ThreadRef, comment: 'ignored' | 'asked'): Promise<void> {
  await pool.query(
    `with repository as (${UPSERT_REPOSITORY})
     insert into commscore.suggestions (repository_id, number, type, mode, comment, suggestion)
     select id, $5, $6, 'suggest', $7, $8::jsonb from repository
     on conflict (repository_id, number) do update set comment = excluded.comment`,
    [...repositoryValues(ref), ref.number, ref.type, comment, storableJson(NOTHING)],
  );
}

const NOTHING: Suggestion = { labels: [], assignees: [], reviewers: [], related: [] };

/** What became of the thread's comment when it was last triaged; null when it never was. */
export async function readOutcome(pool: DatabasePool, ref: ThreadRef): Promise<CommentOutcome | null> {
  const { rows } = await pool.query<{ comment: CommentOutcome }>(
    `select s.comment from commscore.suggestions s join commscore.repositories r on r.id = s.repository_id
     where r.key = $1 and s.number = $2`,
    [repositoryKey(ref), ref.number],
  );
  return rows[0]?.comment ?? null;
}

export async function suggestionOf(pool: DatabasePool, ref: ThreadRef): Promise<SavedSuggestion | null> {
  const { rows } = await pool.query<Row>(`${SELECT} where r.key = $1 and s.number = $2`, [
    repositoryKey(ref),
    ref.number,
  ]);
  return rows.map(toSaved)[0] ?? null;
}

/** Of one repository, latest first. */
export async function suggestionsOf(
  pool: DatabasePool,
  repository: { owner: string; repo: string },
  limit: number,
): Promise<SavedSuggestion[]> {
  const { rows } = await pool.query<Row>(`${SELECT} where r.key = $1 order by s.saved_at desc, s.number limit $2`, [
    repositoryKey(repository),
    limit,
  ]);
  return rows.map(toSaved);
}

/** Latest first; `keys`: of these repositories only. */
export async function recentSuggestions(
  pool: DatabasePool,
  limit: number,
  keys?: readonly string[],
): Promise<SavedSuggestion[]> {
  const { rows } = await pool.query<Row>(
    `${SELECT} where $2::text[] is null or r.key = any($2) order by s.saved_at desc, r.key, s.number limit $1`,
    [limit, keys ?? null],
  );
  return rows.map(toSaved);
}

const SELECT = `
  select r.installation_id::float8 as "installationId", r.owner, r.repo, s.type, s.number::float8 as number,
    s.mode, s.comment, s.suggestion, s.latency_ms as "latencyMs", s.saved_at as "savedAt"
  from commscore.suggestions s join commscore.repositories r on r.id = s.repository_id`;

interface Row extends Omit<SavedSuggestion, 'savedAt'> {
  type: ThreadType;
  savedAt: Date;
}

function toSaved(row: Row): SavedSuggestion {
  return { ...row, savedAt: row.savedAt.toISOString() };
}

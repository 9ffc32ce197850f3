import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';
import { repositoryValues, UPSERT_REPOSITORY } from './repositories.ts';

/** A line of a comment that was carried out, or was not and why. */
export interface RanCommand {
  line: string;
  result: 'done' | 'refused' | 'problem';
  /** What was answered; '' where a reaction was enough. */
  said: string;
}

/** Which of a comment's lines were run before, however it was edited since. */
export async function readCommands(
  pool: DatabasePool,
  ref: RepositoryRef,
  commentId: string,
  lines: string[],
): Promise<RanCommand[]> {
  const { rows } = await pool.query<RanCommand & { at: number }>(
    `select l.at::float8 as at, c.result, c.said
     from unnest($3::text[]) with ordinality as l (line, at)
       join commscore.repositories r on r.key = $1
       join commscore.commands c on c.repository_id = r.id and c.comment_id = $2 and c.line_hash = md5(l.line)
     order by l.at`,
    [repositoryKey(ref), commentId, lines.map(storableText)],
  );
  return rows.map(({ at, result, said }) => ({ line: lines[at - 1] ?? '', result, said }));
}

export async function recordCommand(
  pool: DatabasePool,
  ref: RepositoryRef,
  { comment, by, at, line, result, said }: RanCommand & { comment: string; by: string; at: string },
): Promise<void> {
  await pool.query(
    `with repository as (${UPSERT_REPOSITORY})
     insert into commscore.commands (repository_id, comment_id, line_hash, login, result, said, ran_at)
     select id, $5, md5($6), $7, $8, $9, $10 from repository
     on conflict (repository_id, comment_id, line_hash) do update
       set result = excluded.result, said = excluded.said, ran_at = excluded.ran_at`,
    [...repositoryValues(ref), comment, storableText(line), by.toLowerCase(), result, storableText(said), at],
  );
}

/** PostgreSQL takes no zero characters. */
function storableText(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}

/** How many commands of a person were run in a repository since a time. */
export async function commandsSince(
  pool: DatabasePool,
  ref: RepositoryRef,
  login: string,
  since: string,
): Promise<number> {
  const { rows } = await pool.query<{ ran: number }>(
    `select count(*)::float8 as ran
     from commscore.commands c join commscore.repositories r on r.id = c.repository_id
     where r.key = $1 and c.login = $2 and c.ran_at >= $3`,
    [repositoryKey(ref), login.toLowerCase(), since],
  );
  return rows[0]?.ran ?? 0;
}

/** Who wrote commands and whom answers name; that a line was run stays known, so that it is not run again. */
export async function forgetInCommands(pool: DatabasePool, owner: string, login: string): Promise<void> {
  await pool.query(
    `update commscore.commands c set login = case when c.login = $2 then '' else c.login end, said = ''
     from commscore.repositories r
     where r.id = c.repository_id and lower(r.owner) = $1
       and (c.login = $2 or position('\`' || $2 || '\`' in lower(c.said)) > 0)`,
    [owner.toLowerCase(), login.toLowerCase()],
  );
}

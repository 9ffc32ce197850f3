import { type Measured, PARTS_FORM, type PartName } from '../community/measured-parts.ts';
import { type RepositoryName, type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';
import { storableJson } from './storable-json.ts';

export type MeasuredOf<Name extends PartName> = RepositoryRef & Measured<Name>;

/**
 * Names what is removed by `removeMeasurements` from now on: a measurement that begins here and ends after that may hold
 * what had to go. null where the repository is not known.
 */
export async function beginMeasuring(pool: DatabasePool, ref: RepositoryName): Promise<number | null> {
  const { rows } = await pool.query<{ begun: number }>(
    'select measurements_removed as begun from commscore.repositories where key = $1',
    [repositoryKey(ref)],
  );
  return rows[0]?.begun ?? null;
}

/** The latest replaces the one before; nothing is kept where all was removed since it `begun`. */
export async function saveMeasurement<Name extends PartName>(
  pool: DatabasePool,
  ref: RepositoryName,
  part: Name,
  { at, body, begun }: Measured<Name> & { begun: number },
): Promise<void> {
  await pool.query(
    `with repository as (
       select id from commscore.repositories where key = $1 and measurements_removed = $6 for update
     )
     insert into commscore.measurements as m (repository_id, part, form, measured_at, body)
     select id, $2, $3, $4, $5::json from repository
     on conflict (repository_id, part) do update
       set form = excluded.form, measured_at = excluded.measured_at, body = excluded.body
       where m.measured_at <= excluded.measured_at or m.form <> excluded.form`,
    [repositoryKey(ref), part, PARTS_FORM, at, storableJson(body), begun],
  );
}

/** null where it was not measured yet, or not in the form it has now. */
export async function readMeasurement<Name extends PartName>(
  pool: DatabasePool,
  ref: RepositoryName,
  part: Name,
): Promise<Measured<Name> | null> {
  const { rows } = await pool.query<Row<Name>>(`${SELECT} and r.key = $3`, [part, PARTS_FORM, repositoryKey(ref)]);
  const [row] = rows;
  return row === undefined ? null : { at: row.at.toISOString(), body: row.body };
}

/** When a part was measured, ISO 8601 UTC: bodies may be large. */
export async function measuredAt(pool: DatabasePool, ref: RepositoryName, part: PartName): Promise<string | null> {
  const { rows } = await pool.query<{ at: Date }>(
    `select m.measured_at as at from commscore.measurements m join commscore.repositories r on r.id = m.repository_id
     where r.key = $1 and m.part = $2 and m.form = $3`,
    [repositoryKey(ref), part, PARTS_FORM],
  );
  return rows[0]?.at.toISOString() ?? null;
}

/** A part of every repository of an owner that has it. */
export async function readMeasurementsOf<Name extends PartName>(
  pool: DatabasePool,
  owner: string,
  part: Name,
): Promise<MeasuredOf<Name>[]> {
  const { rows } = await pool.query<Row<Name>>(`${SELECT} and lower(r.owner) = lower($3) order by r.key`, [
    part,
    PARTS_FORM,
    owner,
  ]);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** A part of every repository of an installation that has it. */
export async function readMeasurementsOfInstallation<Name extends PartName>(
  pool: DatabasePool,
  installationId: number,
  part: Name,
): Promise<MeasuredOf<Name>[]> {
  const { rows } = await pool.query<Row<Name>>(`${SELECT} and r.installation_id = $3 order by r.key`, [
    part,
    PARTS_FORM,
    installationId,
  ]);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Nor is one kept that was begun before. */
export async function removeMeasurements(pool: DatabasePool, ref: RepositoryName): Promise<void> {
  const key = [repositoryKey(ref)];
  await pool.query(
    'update commscore.repositories set measurements_removed = measurements_removed + 1 where key = $1',
    key,
  );
  // A statement of its own: it sees what was saved while the one before waited.
  await pool.query(
    `delete from commscore.measurements m using commscore.repositories r
     where r.id = m.repository_id and r.key = $1`,
    key,
  );
}

/** Of those whose history was read: where one of the parts is missing, older than `before`, or older than what is known. */
export async function repositoriesToMeasure(
  pool: DatabasePool,
  { parts, before }: { parts: string[]; before: string },
): Promise<RepositoryRef[]> {
  const { rows } = await pool.query<RepositoryRef>(
    `select r.installation_id::float8 as "installationId", r.owner, r.repo
     from commscore.repositories r join commscore.histories h on h.repository_id = r.id
       left join lateral (
         select max(m.measured_at) as at from commscore.measurements m
         where m.repository_id = r.id and m.part = any($1) and m.form = $2
       ) as measured on true
       left join lateral (
         select f.learnt_at as at from commscore.facts f where f.repository_id = r.id order by f.seq desc limit 1
       ) as learnt on true
     where h.learning in ('learnt', 'failed')
       and (measured.at is null or measured.at < $3 or measured.at < learnt.at)
       and not exists (
         select from commscore.suspended_installations s where s.installation_id = r.installation_id
       ) order by r.key`,
    [parts, PARTS_FORM, before],
  );
  return rows;
}

type Row<Name extends PartName> = RepositoryRef & { at: Date; body: Measured<Name>['body'] };

const SELECT = `
  select r.owner, r.repo, r.installation_id::float8 as "installationId", m.measured_at as at, m.body
  from commscore.measurements m join commscore.repositories r on r.id = m.repository_id
  where m.part = $1 and m.form = $2`;

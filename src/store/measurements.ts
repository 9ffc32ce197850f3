import { type Measured, PARTS_FORM, type PartName } from '../community/measured-parts.ts';
import { type RepositoryName, type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';
import { storableJson } from './storable-json.ts';

export type MeasuredOf<Name extends PartName> = RepositoryRef & Measured<Name>;

/** The latest replaces the one before; nothing is kept of a repository that was removed meanwhile. */
export async function saveMeasurement<Name extends PartName>(
  pool: DatabasePool,
  ref: RepositoryName,
  part: Name,
  { at, body }: Measured<Name>,
): Promise<void> {
  await pool.query(
    `insert into commscore.measurements as m (repository_id, part, form, measured_at, body)
     select id, $2, $3, $4, $5::json from commscore.repositories where key = $1
     on conflict (repository_id, part) do update
       set form = excluded.form, measured_at = excluded.measured_at, body = excluded.body
       where m.measured_at <= excluded.measured_at or m.form <> excluded.form`,
    [repositoryKey(ref), part, PARTS_FORM, at, storableJson(body)],
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

export async function removeMeasurements(pool: DatabasePool, ref: RepositoryName): Promise<void> {
  await pool.query(
    `delete from commscore.measurements m using commscore.repositories r
     where r.id = m.repository_id and r.key = $1`,
    [repositoryKey(ref)],
  );
}

type Row<Name extends PartName> = RepositoryRef & { at: Date; body: Measured<Name>['body'] };

const SELECT = `
  select r.owner, r.repo, r.installation_id::float8 as "installationId", m.measured_at as at, m.body
  from commscore.measurements m join commscore.repositories r on r.id = m.repository_id
  where m.part = $1 and m.form = $2`;

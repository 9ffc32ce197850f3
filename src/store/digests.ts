import type { Digest } from '../community/digest.ts';
import type { DigestOutcome, DigestPlace } from '../domain/digest-place.ts';
import { type RepositoryName, type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';
import { storableJson } from './storable-json.ts';

export interface StoredDigest {
  digest: Digest;
  /** null: not written yet. */
  outcome: DigestOutcome | null;
  /** ISO 8601 UTC. */
  madeAt: string;
}

type Row = Omit<StoredDigest, 'madeAt'> & { madeAt: Date };

const SELECT = `
  select d.body as digest, d.outcome, d.made_at as "madeAt"
  from commscore.digests d join commscore.repositories r on r.id = d.repository_id where r.key = $1`;

/** The latest first, of one cadence or of any. */
export async function readDigests(
  pool: DatabasePool,
  ref: RepositoryName,
  { cadence, limit }: { cadence: Digest['period']['cadence'] | null; limit: number },
): Promise<StoredDigest[]> {
  const { rows } = await pool.query<Row>(
    `${SELECT} and ($2::text is null or d.cadence = $2) order by d.ends desc, d.cadence desc limit $3`,
    [repositoryKey(ref), cadence, limit],
  );
  return rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }));
}

/** One for each period, the first that is made; nothing is kept of a repository that was removed. */
export async function saveDigest(pool: DatabasePool, ref: RepositoryName, digest: Digest, at: string): Promise<void> {
  const { cadence, from, to } = digest.period;
  await pool.query(
    `insert into commscore.digests (repository_id, cadence, starts, ends, body, made_at)
     select id, $2, $3::date, $4::date, $5::json, $6 from commscore.repositories where key = $1
     on conflict (repository_id, cadence, starts) do nothing`,
    [repositoryKey(ref), cadence, from, to, storableJson(digest), at],
  );
}

export async function recordDigest(
  pool: DatabasePool,
  ref: RepositoryName,
  { cadence, from }: Digest['period'],
  outcome: DigestOutcome,
): Promise<void> {
  await pool.query(
    `update commscore.digests d set outcome = $4 from commscore.repositories r
     where r.id = d.repository_id and r.key = $1 and d.cadence = $2 and d.starts = $3::date`,
    [repositoryKey(ref), cadence, from, outcome],
  );
}

/** In what was told of every period. */
export async function changeDigests(
  pool: DatabasePool,
  ref: RepositoryName,
  change: (digest: Digest) => Digest,
): Promise<void> {
  const { rows } = await pool.query<{ digest: Digest }>(SELECT, [repositoryKey(ref)]);
  for (const { digest } of rows) {
    await pool.query(
      `update commscore.digests d set body = $4::json from commscore.repositories r
       where r.id = d.repository_id and r.key = $1 and d.cadence = $2 and d.starts = $3::date`,
      [repositoryKey(ref), digest.period.cadence, digest.period.from, storableJson(change(digest))],
    );
  }
}

interface PlaceRow extends Omit<DigestPlace, 'since' | 'thread'> {
  since: Date;
  type: 'issue' | 'discussion' | null;
  number: number | null;
  url: string | null;
}

const PLACE = 'p.cadence, p.target, p.since, p.type, p.number::float8 as number, p.url, p.silence';

/** null: the configuration was not looked at yet. */
export async function readDigestPlace(pool: DatabasePool, ref: RepositoryName): Promise<DigestPlace | null> {
  const { rows } = await pool.query<PlaceRow>(
    `select ${PLACE} from commscore.digest_places p join commscore.repositories r on r.id = p.repository_id
     where r.key = $1`,
    [repositoryKey(ref)],
  );
  const [row] = rows;
  return row === undefined ? null : placeOf(row);
}

export async function saveDigestPlace(pool: DatabasePool, ref: RepositoryName, place: DigestPlace): Promise<void> {
  const { cadence, target, since, thread, silence } = place;
  await pool.query(
    `insert into commscore.digest_places (repository_id, cadence, target, since, type, number, url, silence)
     select id, $2, $3, $4, $5, $6, $7, $8 from commscore.repositories where key = $1
     on conflict (repository_id) do update set cadence = excluded.cadence, target = excluded.target,
       since = excluded.since, type = excluded.type, number = excluded.number, url = excluded.url,
       silence = excluded.silence`,
    [
      repositoryKey(ref),
      ...[cadence, target, since, thread?.type ?? null, thread?.number ?? null, thread?.url ?? null, silence],
    ],
  );
}

export interface RepositoryDigest extends RepositoryRef {
  /** null: the configuration was not looked at yet. */
  place: DigestPlace | null;
  /** The first day after the latest period of that cadence that was told of; null: none was. */
  toldTo: string | null;
}

/** How the digest of every repository stands, but for those of suspended installations. */
export async function repositoryDigests(pool: DatabasePool): Promise<RepositoryDigest[]> {
  const { rows } = await pool.query<RepositoryRef & PlaceRow & { toldTo: string | null; known: boolean }>(
    `select r.installation_id::float8 as "installationId", r.owner, r.repo, p.repository_id is not null as known, ${PLACE},
       (select to_char(max(d.ends), 'YYYY-MM-DD') from commscore.digests d
        where d.repository_id = r.id and d.cadence = p.cadence and d.outcome is not null) as "toldTo"
     from commscore.repositories r left join commscore.digest_places p on p.repository_id = r.id
     where not exists (
       select from commscore.suspended_installations s where s.installation_id = r.installation_id
     ) order by r.key`,
  );
  return rows.map(({ installationId, owner, repo, known, toldTo, ...row }) => ({
    ...{ installationId, owner, repo, toldTo },
    place: known ? placeOf(row) : null,
  }));
}

function placeOf({ cadence, target, since, type, number, url, silence }: PlaceRow): DigestPlace {
  const thread = type === null || number === null || url === null ? null : { type, number, url };
  return { cadence, target, since: since.toISOString(), thread, silence };
}

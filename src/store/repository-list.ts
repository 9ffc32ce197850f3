import type { DatabasePool } from './database-pool.ts';
import type { KnownRepository } from './repositories.ts';

type Counts = Pick<KnownRepository, 'facts' | 'learntAt'>;

interface Listed extends Omit<KnownRepository, keyof Counts | 'measuredAt'> {
  id: number;
  measuredAt: Date | null;
  /** Of the newest fact; every change to what is known raises it. null before the first. */
  seq: number | null;
}

const NONE: Counts = { facts: {}, learntAt: null };

/** `keys`: only these, of which nothing else is counted; left out: all. */
export type ListRepositories = (keys?: readonly string[]) => Promise<KnownRepository[]>;

/** A large repository takes long to count: its numbers are kept as long as nothing changes there. */
export function repositoryList(pool: DatabasePool): ListRepositories {
  const counted = new Map<number, { seq: number; counts: Counts }>();

  function knownCounts({ id, seq }: Listed): Counts | null {
    if (seq === null) return NONE;
    const known = counted.get(id);
    return known?.seq === seq ? known.counts : null;
  }

  return async (keys) => {
    const all = await listed(pool, keys);
    const changed = all.filter((one) => knownCounts(one) === null);
    const counts = changed.length === 0 ? new Map<number, Counts>() : await countFacts(pool, changed);
    for (const { id, seq } of changed) {
      // What came meanwhile is counted already, and counted again since it has a later `seq`.
      if (seq !== null) counted.set(id, { seq, counts: counts.get(id) ?? NONE });
    }
    return all.map((one) => {
      const { id: _id, seq: _seq, measuredAt, ...repository } = one;
      return { ...repository, measuredAt: measuredAt?.toISOString() ?? null, ...(knownCounts(one) ?? NONE) };
    });
  };
}

async function listed(pool: DatabasePool, keys: readonly string[] | undefined): Promise<Listed[]> {
  const { rows } = await pool.query<Listed>(
    `select r.id::float8 as id, r.owner, r.repo, r.installation_id::float8 as "installationId",
       coalesce(h.learning, 'never') as learning, newest.seq::float8 as seq,
       (select max(m.measured_at) from commscore.measurements m where m.repository_id = r.id) as "measuredAt"
     from commscore.repositories r
       left join commscore.histories h on h.repository_id = r.id
       left join lateral (
         select f.seq from commscore.facts f where f.repository_id = r.id order by f.seq desc limit 1
       ) as newest on true
     where $1::text[] is null or r.key = any($1)
     order by r.key`,
    [keys ?? null],
  );
  return rows;
}

async function countFacts(pool: DatabasePool, of: readonly Listed[]): Promise<Map<number, Counts>> {
  const { rows } = await pool.query<{ id: number; facts: Record<string, number>; learntAt: Date }>(
    `select c.repository_id::float8 as id, max(c.last) as "learntAt", jsonb_object_agg(c.kind, c.total) as facts
     from (
       select repository_id, kind, count(*) as total, max(learnt_at) as last
       from commscore.facts where body is not null and repository_id = any($1::bigint[])
       group by repository_id, kind
     ) as c
     group by c.repository_id`,
    [of.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, facts, learntAt }) => [id, { facts, learntAt: learntAt.toISOString() }]));
}

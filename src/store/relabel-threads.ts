import type { Fact } from '../domain/fact.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';
import { rewriteFacts } from './unlearn.ts';

/** All threads that carry or carried the label, as reading them anew would give them; `to` null: the label is gone. */
export async function relabelThreads(
  pool: DatabasePool,
  ref: RepositoryRef,
  from: string,
  to: string | null,
): Promise<number> {
  if (to === null) await withdrawLabel(pool, ref, from);
  else await renameLabel(pool, ref, from, to);
  return rewriteFacts(pool, ref, from, (fact) => relabelled(fact, from, to));
}

function relabelled(fact: Fact, from: string, to: string | null): Fact {
  if (fact.kind !== 'thread') return fact;
  const follow = (names: string[]) => names.flatMap((name) => (name === from ? (to ?? []) : name));
  const { labels, unlabelled } = fact;
  return { ...fact, labels: follow(labels), ...(unlabelled && { unlabelled: follow(unlabelled) }) };
}

const ITEMS_CALLED = `
  from commscore.repositories r
  where r.id = i.repository_id and r.key = $1 and i.kind = 'label' and lower(i.subject) = lower($2)`;

/** Nobody can act any more on what was said of it. */
async function withdrawLabel(pool: DatabasePool, ref: RepositoryRef, name: string): Promise<void> {
  const open = ITEMS_CALLED.replace('from', 'using');
  await pool.query(`delete from commscore.suggested_items i ${open} and i.outcome is null`, [repositoryKey(ref), name]);
}

/** What was said of the label, and what people made of it, stays. A label that had the name before gives way. */
async function renameLabel(pool: DatabasePool, ref: RepositoryRef, from: string, to: string): Promise<void> {
  if (from.toLowerCase() !== to.toLowerCase()) {
    await pool.query(
      `delete from commscore.suggested_items i ${ITEMS_CALLED.replace('from', 'using')} and exists (
         select from commscore.suggested_items o
         where o.repository_id = i.repository_id and o.number = i.number and o.kind = 'label'
           and lower(o.subject) = lower($3)
       )`,
      [repositoryKey(ref), to, from],
    );
  }
  await pool.query(`update commscore.suggested_items i set subject = $3 ${ITEMS_CALLED}`, [
    repositoryKey(ref),
    from,
    to,
  ]);
}

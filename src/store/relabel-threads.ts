import type { Fact } from '../domain/fact.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';
import { rewriteFacts } from './unlearn.ts';

/** All threads that carry or carried the label, as reading them anew would give them; `to` null: the label is gone. */
export function relabelThreads(
  pool: DatabasePool,
  ref: RepositoryRef,
  from: string,
  to: string | null,
): Promise<number> {
  return rewriteFacts(pool, ref, from, (fact) => relabelled(fact, from, to));
}

function relabelled(fact: Fact, from: string, to: string | null): Fact {
  if (fact.kind !== 'thread') return fact;
  const follow = (names: string[]) => names.flatMap((name) => (name === from ? (to ?? []) : name));
  const { labels, unlabelled } = fact;
  return { ...fact, labels: follow(labels), ...(unlabelled && { unlabelled: follow(unlabelled) }) };
}

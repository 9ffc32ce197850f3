import type { ThreadStore } from './thread-store.ts';

/** Numbers of issues and discussions that are open, without an answer, and nobody's; the latest first. */
export function freeThreads(threads: Pick<ThreadStore, 'all'>, k: number): string[] {
  const free: { id: string; time: number }[] = [];
  for (const { id, type, time, state, outcome, assignees } of threads.all()) {
    if (type !== 'pull' && state === 'open' && outcome === null && assignees.length === 0) free.push({ id, time });
  }
  return free
    .toSorted((a, b) => b.time - a.time || (a.id < b.id ? -1 : 1))
    .slice(0, k)
    .map(({ id }) => id);
}

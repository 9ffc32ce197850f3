import type { HistoryCursor } from '../../src/triage/history-reading.ts';

const unread = { updatedAt: null, unfinished: null };

/** Git is read up to this commit; threads up to this time, by default not at all. */
export function aCursor(commit: string | null, updatedAt: string | null = null): HistoryCursor {
  const threads = { ...unread, updatedAt };
  return { commit, threads: { issue: threads, pull: threads, discussion: unread } };
}

import type { FeedReading, FeedState } from '../domain/feed.ts';
import { hashTerm } from '../text/hash-term.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** So that not everybody who reads a feed comes at the same minute. */
const SPREAD_MS = 10 * 60_000;

/** How often the feeds of a repository are looked after at least and at most. */
const LOOK_MS = { soonest: 60_000, latest: HOUR_MS };

/** When a feed may be asked again; null: it is gone for good. `key` spreads readers over some minutes. */
export function nextReading(reading: FeedReading, failures: number, now: Date, key: string): string | null {
  if (reading.kind === 'failed' && reading.problem.kind === 'gone') return null;
  const pauseMs =
    reading.kind === 'failed'
      ? Math.max(reading.retryAfterMs, Math.min(DAY_MS, HOUR_MS * 2 ** (failures - 1)))
      : Math.min(DAY_MS, Math.max(HOUR_MS, reading.freshForMs));
  return new Date(now.getTime() + pauseMs + spreadMs(key)).toISOString();
}

export function isDue({ nextAt }: FeedState, now: Date): boolean {
  return nextAt !== null && Date.parse(nextAt) <= now.getTime();
}

/** Until the next feed is due, within an hour in any case: another configuration may name others. */
export function untilNextLook(states: FeedState[], now: Date): number {
  const times = states.flatMap(({ nextAt }) => (nextAt === null ? [] : Date.parse(nextAt)));
  const soonest = Math.min(...times) - now.getTime();
  return Math.min(LOOK_MS.latest, Math.max(LOOK_MS.soonest, soonest));
}

function spreadMs(key: string): number {
  return (hashTerm(key) >>> 0) % SPREAD_MS;
}

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** 1970 began on a Thursday: its first Monday was the 5th of January. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/** The Monday, as `2026-11-23`, on which the ISO week of a time began in UTC. */
export function weekOf(ms: number): string {
  return isoDay(ms - ((((ms - FIRST_MONDAY_MS) % WEEK_MS) + WEEK_MS) % WEEK_MS));
}

/** So many weeks after (before, where negative) one that began on a Monday. */
export function weekAfter(week: string, weeks: number): string {
  return isoDay(Date.parse(week) + weeks * WEEK_MS);
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

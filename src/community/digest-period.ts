import { DAY_MS } from '../match/decay.ts';
import { hashTerm } from '../text/hash-term.ts';
import { weekAfter, weekOf } from './week-of.ts';

export type Cadence = 'weekly' | 'monthly';

/** What one digest tells of, in whole days of UTC written as `2026-11-16`; `to` is the first one after it. */
export interface Period {
  cadence: Cadence;
  from: string;
  to: string;
}

const HOUR_MINUTES = 60;
const MINUTE_MS = 60_000;

/** A week begins on Monday, a month on its first day. */
export function periodAt(cadence: Cadence, time: number): Period {
  if (cadence === 'weekly') return { cadence, from: weekOf(time), to: weekAfter(weekOf(time), 1) };
  const date = new Date(time);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { cadence, from: dayOf(Date.UTC(year, month)), to: dayOf(Date.UTC(year, month + 1)) };
}

export function periodBefore({ cadence, from }: Period): Period {
  return periodAt(cadence, Date.parse(from) - DAY_MS);
}

/** Minutes after midnight at which a repository's digest is written: spread over an hour, each at the same time ever again. */
export function slotOf(repository: string, hour: number): number {
  return hour * HOUR_MINUTES + ((hashTerm(repository) >>> 0) % HOUR_MINUTES);
}

/** The same as a cron pattern in UTC: Mondays, or the first of the month. */
export function slotPattern(cadence: Cadence, slot: number): string {
  const time = `${slot % HOUR_MINUTES} ${Math.floor(slot / HOUR_MINUTES)}`;
  return cadence === 'weekly' ? `${time} * * 1` : `${time} 1 * *`;
}

/** When the digest of a period is written. */
export function writtenFrom({ to }: Period, slot: number): number {
  return Date.parse(to) + slot * MINUTE_MS;
}

/** The latest period whose digest may be written by now; earlier ones that were missed are not made up. */
export function duePeriod(cadence: Cadence, now: number, slot: number): Period {
  return periodBefore(periodAt(cadence, now - slot * MINUTE_MS));
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

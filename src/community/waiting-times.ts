import { DAY_MS } from '../match/decay.ts';
import type { WorkThread } from '../match/known-work.ts';
import { daysBetween } from '../match/score-decay.ts';
import { type Quartiles, quartiles } from './quartiles.ts';

/** From opening: an issue or discussion to its first response, a pull to its first response or merge, and so on. */
export const WAITS = ['response', 'review', 'close', 'merge', 'answer'] as const;
export type Wait = (typeof WAITS)[number];

export interface WaitingTime {
  wait: Wait;
  /** Of what ended in the last year; null where nothing did, or facts do not tell. */
  days: Quartiles | null;
  /** Of those by the month in which they ended, `2026-01`, the earliest first. */
  months: { month: string; days: Quartiles }[];
}

export interface TimedThread extends Pick<WorkThread, 'id' | 'type' | 'time' | 'standing' | 'closedAt'> {
  /** When a human other than the author first spoke; null where nobody has, undefined where facts do not tell. */
  firstResponseAt: number | null | undefined;
}

const WINDOW_MS = 365 * DAY_MS;

/** How long threads waited until something happened, in days, in the year before `at`. */
export function waitingTimes(threads: Iterable<TimedThread>, at: number): WaitingTime[] {
  const ended = new Map<Wait, { at: number; days: number }[]>(WAITS.map((wait) => [wait, []]));
  for (const thread of threads) {
    for (const [wait, end] of endsOf(thread)) {
      const isInWindow = end <= at && at - end < WINDOW_MS && end >= thread.time;
      if (isInWindow) ended.get(wait)?.push({ at: end, days: daysBetween(thread.time, end) });
    }
  }
  return [...ended].map(([wait, ends]) => ({
    wait,
    days: quartiles(ends.map(({ days }) => days)),
    months: byMonth(ends),
  }));
}

/** What ended, and when. */
export function endsOf({ type, standing, closedAt, firstResponseAt }: TimedThread): [Wait, number][] {
  const ends: [Wait, number][] = [];
  if (typeof firstResponseAt === 'number') ends.push([type === 'pull' ? 'review' : 'response', firstResponseAt]);
  if (closedAt !== null && standing === 'finished') ends.push([FINISH[type], closedAt]);
  return ends;
}

const FINISH = { issue: 'close', pull: 'merge', discussion: 'answer' } as const;

function byMonth(ends: { at: number; days: number }[]): WaitingTime['months'] {
  const months = new Map<string, number[]>();
  for (const { at, days } of ends) {
    const month = new Date(at).toISOString().slice(0, 7);
    const all = months.get(month);
    if (all === undefined) months.set(month, [days]);
    else all.push(days);
  }
  return [...months]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([month, days]) => {
      const found = quartiles(days);
      return found === null ? [] : [{ month, days: found }];
    });
}

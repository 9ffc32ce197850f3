import { DAY_MS } from '../match/decay.ts';
import { rested } from '../match/rested.ts';
import { daysBetween } from '../match/score-decay.ts';
import type { Steps } from '../match/steps.ts';
import { quartiles } from './quartiles.ts';
import { endsOf, type TimedThread, WAITS, type Wait } from './waiting-times.ts';
import { weekAfter, weekOf } from './week-of.ts';

/** One whole week of UTC. */
export interface WeekOfWork {
  /** The Monday it began on, such as `2026-11-16`. */
  week: string;
  opened: number;
  /** In whatever way. */
  closed: number;
  /** At its end. */
  open: number;
  /** Median days of what ended in it, counted from opening; null where nothing did, or facts do not tell. */
  days: Record<Wait, number | null>;
}

const WEEKS = 52;
const WEEK_MS = 7 * DAY_MS;
const THREADS_A_PIECE = 2000;

interface Counted {
  opened: number;
  closed: number;
  /** By how many more are open at its end than at its beginning. */
  more: number;
  days: Map<Wait, number[]>;
}

/** The last year of whole weeks that the history covers, the oldest first. */
export function* weeklyWork(threads: readonly TimedThread[], at: number): Steps<WeekOfWork[]> {
  const over = weekOf(at);
  const oldest = threads.reduce((first, { time }) => Math.min(first, time), at);
  const yearAgo = Date.parse(weekAfter(over, -WEEKS));
  const first = weekOf(Math.max(oldest, yearAgo));
  const start = Date.parse(first);
  const weeks = Array.from({ length: (Date.parse(over) - start) / WEEK_MS }, emptyWeek);
  let open = 0;

  function weekAt(time: number): Counted | undefined {
    return weeks[Math.floor((time - start) / WEEK_MS)];
  }

  function close(time: number): void {
    const week = weekAt(time);
    if (week !== undefined) week.closed += 1;
    move(time, -1);
  }

  /** What was opened before the first week counts where it begins. */
  function move(time: number, by: 1 | -1): void {
    const week = weekAt(time);
    if (time < start) open += by;
    else if (week !== undefined) week.more += by;
  }

  function count(thread: TimedThread): void {
    const { time, standing, closedAt } = thread;
    const opening = weekAt(time);
    if (opening !== undefined) opening.opened += 1;
    // What was closed at a time that nobody knows was open at none.
    if (standing === 'open' || closedAt !== null) move(time, 1);
    if (closedAt !== null) close(closedAt);
    for (const [wait, end] of endsOf(thread)) {
      if (end >= time) weekAt(end)?.days.get(wait)?.push(daysBetween(time, end));
    }
  }

  yield* rested(threads, THREADS_A_PIECE, count);
  return weeks.map(({ opened, closed, more, days }, place) => {
    open += more;
    return { week: weekAfter(first, place), opened, closed, open, days: mediansOf(days) };
  });
}

function emptyWeek(): Counted {
  return { opened: 0, closed: 0, more: 0, days: new Map(WAITS.map((wait) => [wait, []])) };
}

function mediansOf(days: Map<Wait, number[]>): WeekOfWork['days'] {
  const median = (wait: Wait) => quartiles(days.get(wait) ?? [])?.median ?? null;
  return {
    response: median('response'),
    review: median('review'),
    close: median('close'),
    merge: median('merge'),
    answer: median('answer'),
  };
}

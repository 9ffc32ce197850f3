import { decayed, HALF_LIFE_DAYS } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';

export interface OpenWork {
  /** Days since it was opened. */
  ageDays: number;
  /** How many people marked that they want it too; absent where that is not known. */
  reactions?: number;
}

/** What an area has to do, and how fast it is done. */
export interface Demand {
  /** Open tasks that still matter: each weighs less with age and more with reactions. */
  open: number;
  /** Tasks completed a week of late. */
  perWeek: number;
  /** Weeks of work waiting; null where work waits and nothing was ever completed, so that no end is in sight. */
  weeks: number | null;
}

const WEEK_DAYS = 7;

/**
 * D(j), in weeks from 0: open work over the recent rate of completion. The rate is the decayed number of completions
 * over the decayed number of weeks in the `spanDays` that the history covers.
 */
export function demand(open: readonly OpenWork[], completedAgesDays: readonly number[], spanDays: number): Demand {
  let waiting = 0;
  for (const { ageDays, reactions = 0 } of open) waiting += exact(decayed(ageDays) * (1 + Math.log2(1 + reactions)));
  let completed = 0;
  for (const ageDays of completedAgesDays) completed += exact(decayed(ageDays));
  const perWeek = completed / decayedWeeks(spanDays);
  return { open: waiting, perWeek, weeks: weeksOf(waiting, perWeek) };
}

/** The integral of 2^(-d/H) over the span; a history of less than a week counts as one. */
export function decayedWeeks(spanDays: number): number {
  const span = Math.max(WEEK_DAYS, spanDays);
  return ((HALF_LIFE_DAYS / Math.LN2) * (1 - decayed(span))) / WEEK_DAYS;
}

function weeksOf(open: number, perWeek: number): number | null {
  if (open === 0) return 0;
  return perWeek > 0 ? open / perWeek : null;
}

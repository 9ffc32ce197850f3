import { quantile } from './quartiles.ts';
import { seededRandom } from './seeded-random.ts';

/** Weeks until so many threads are closed; null where it is further off than anybody can tell. */
export interface Forecast {
  median: number | null;
  /** Four of five times it takes between these. */
  lower: number | null;
  upper: number | null;
}

const RUNS = 1_000;
/** Ten years: past that there is no end in sight. */
const MOST_WEEKS = 520;
const WEEK_DAYS = 7;
/** How far back the pace is looked at. */
const PAST_WEEKS = 26;

/** How fast it went. */
export interface Pace {
  /** Closings of each week. */
  weeks: readonly number[];
  /** Which part of them was of what is asked about, 0..1; left out: all. */
  share?: number;
}

/**
 * Bootstrap: each run draws a past as it might have been from the weeks there were, and weeks of it until `open` are done.
 * Drawing the past too lets a short one tell a wide interval. What is opened meanwhile is not counted. In order; a run
 * without an end is infinite.
 */
export function completionWeeks(open: number, { weeks: pastWeeks, share = 1 }: Pace, seed: number): number[] {
  if (open === 0) return new Array<number>(RUNS).fill(0);
  const random = seededRandom(seed);
  const draw = (from: readonly number[]) => from[Math.floor(random() * from.length)] ?? 0;
  // Half a closing is one or none, as likely.
  const part = (closings: number) => (share === 1 ? closings : Math.floor(closings * share + random()));
  const taken: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const past = pastWeeks.map(() => draw(pastWeeks));
    let done = 0;
    let weeks = 0;
    const isIdle = share === 0 || past.every((week) => week === 0);
    while (!isIdle && done < open && weeks < MOST_WEEKS) {
      done += part(draw(past));
      weeks += 1;
    }
    taken.push(done >= open ? weeks : Number.POSITIVE_INFINITY);
  }
  return taken.sort((a, b) => a - b);
}

export function forecast(open: number, pastWeeks: readonly number[], seed: number): Forecast {
  return forecastOf(completionWeeks(open, { weeks: pastWeeks }, seed));
}

/** Of runs in order. */
export function forecastOf(runs: readonly number[]): Forecast {
  const weeksAt = (share: number) => {
    const weeks = quantile(runs, share);
    return Number.isFinite(weeks) ? weeks : null;
  };
  return { median: weeksAt(0.5), lower: weeksAt(0.1), upper: weeksAt(0.9) };
}

/** Threads closed in each whole week before now that the history covers, at most half a year, the latest first. */
export function closedByWeek(agesDays: readonly number[], spanDays: number): number[] {
  const weeks = Math.min(PAST_WEEKS, Math.max(1, Math.floor(spanDays / WEEK_DAYS)));
  const closed = new Array<number>(weeks).fill(0);
  for (const age of agesDays) {
    const week = Math.floor(age / WEEK_DAYS);
    if (week >= 0 && week < weeks) closed[week] = (closed[week] ?? 0) + 1;
  }
  return closed;
}

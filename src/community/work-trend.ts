import { DAY_MS } from '../match/decay.ts';

/** Months of 30 days, as for presence. */
export const TREND_MONTHS = 12;
const MONTH_DAYS = 30;

/** When each of the months begins, ISO 8601 UTC, the latest last. */
export function trendMonths(now: number): string[] {
  return Array.from({ length: TREND_MONTHS }, (_, month) => {
    return new Date(now - (TREND_MONTHS - month) * MONTH_DAYS * DAY_MS).toISOString();
  });
}

const SPAN_DAYS = 90;
/** A fourth more or less, and as many acts as chance does not bring. */
const CHANGE = 1.25;
const LEAST_ACTS = 3;

export interface WorkTrend {
  /** Acts in the last 90 days, and in the 90 before. */
  last: number;
  before: number;
  direction: 'rising' | 'steady' | 'falling';
  /** Acts in each of the last twelve months of 30 days, the latest last. */
  months: number[];
}

export interface TrendCount {
  see(ageDays: number): void;
  trend(): WorkTrend;
}

export function countTrend(): TrendCount {
  const months = new Array<number>(TREND_MONTHS).fill(0);
  let last = 0;
  let before = 0;
  return {
    see(ageDays) {
      const age = Math.max(0, ageDays);
      const month = TREND_MONTHS - 1 - Math.floor(age / MONTH_DAYS);
      if (month >= 0) months[month] = (months[month] ?? 0) + 1;
      if (age < SPAN_DAYS) last += 1;
      else if (age < 2 * SPAN_DAYS) before += 1;
    },
    trend: () => ({ last, before, direction: direction(last, before), months: [...months] }),
  };
}

function direction(last: number, before: number): WorkTrend['direction'] {
  if (last >= before * CHANGE && last - before >= LEAST_ACTS) return 'rising';
  if (before >= last * CHANGE && before - last >= LEAST_ACTS) return 'falling';
  return 'steady';
}

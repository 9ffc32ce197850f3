import { extent } from 'd3-array';
import { scaleLinear, scaleUtc } from 'd3-scale';
import type { Axis } from './line-chart.ts';

const TICKS = 5;

/** From 0, or below it where a value is, to the largest value, ending on round numbers. */
export function valueAxis(
  name: string,
  values: readonly (number | null)[],
  label: (value: number) => string = String,
): Axis {
  const [least = 0, most = 0] = extent(
    values.filter((value): value is number => value !== null && Number.isFinite(value)),
  );
  const top = most <= 0 && least >= 0 ? 1 : Math.max(0, most);
  const scale = scaleLinear([Math.min(0, least), top], [0, 1]).nice(TICKS);
  const [from = 0, to = 1] = scale.domain();
  return { name, from, to, ticks: scale.ticks(TICKS).map((at) => ({ at, label: label(at) })) };
}

/** 0 % to 100 %. */
export function shareAxis(name: string, label: (share: number) => string): Axis {
  return { name, from: 0, to: 1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1].map((at) => ({ at, label: label(at) })) };
}

const DAY_MS = 86_400_000;

/** The times in ms of the epoch, with ticks at the beginnings of days, months or years in UTC. */
export function timeAxis(name: string, times: readonly number[], language: string): Axis {
  const [from = 0, last = 0] = extent(times);
  const to = Math.max(last, from + DAY_MS);
  const scale = scaleUtc([from, to], [0, 1]);
  const label = new Intl.DateTimeFormat(language, { ...dateParts(to - from), timeZone: 'UTC' });
  return { name, from, to, ticks: scale.ticks(TICKS).map((at) => ({ at: at.getTime(), label: label.format(at) })) };
}

function dateParts(spanMs: number): Intl.DateTimeFormatOptions {
  return spanMs < 120 * DAY_MS ? { month: 'short', day: 'numeric' } : { year: 'numeric', month: 'short' };
}

import type { Interval } from '../domain/backtest-report.ts';

/** Of a normal distribution: 95 % lie within so many deviations. */
const Z = 1.96;
const RESAMPLES = 1000;
const SEED = 20_240_229;

/** Wilson's interval of 95 % for a share of which `right` of `of` were seen. */
export function shareInterval(right: number, of: number): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const share = right / of;
  const spread = Z ** 2 / of;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((share * (1 - share)) / of + spread / (4 * of))) / (1 + spread);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Interval of 95 % for a mean: the questions drawn again, with replacement, by a generator that always starts the same. */
export function meanInterval(values: readonly number[]): Interval {
  if (values.length === 0) return { low: 0, high: 1 };
  const random = seeded(SEED);
  const means = Float64Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let n = 0; n < values.length; n++) sum += values[Math.floor(random() * values.length)] ?? 0;
    return sum / values.length;
  }).sort();
  return { low: means[Math.round(0.025 * RESAMPLES)] ?? 0, high: means[Math.round(0.975 * RESAMPLES) - 1] ?? 1 };
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

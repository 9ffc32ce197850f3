/** The middle of some numbers and how far half of them spread around it. */
export interface Quartiles {
  count: number;
  lower: number;
  median: number;
  upper: number;
}

/** Null of no numbers. */
export function quartiles(numbers: readonly number[]): Quartiles | null {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const [lower, median, upper] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share));
  return { count: sorted.length, lower: lower ?? 0, median: median ?? 0, upper: upper ?? 0 };
}

/** Of numbers in order, at least one: on the straight line between the two neighbours of the place (n - 1) x share. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  // Two equal ones may both be infinite.
  return below === above ? below : below + (above - below) * (place - Math.floor(place));
}

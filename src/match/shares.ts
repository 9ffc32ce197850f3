const PARTS = 2 ** 20;

/** To the nearest 2^-20: sums of such numbers have no rounding errors, so the order of adding does not show. */
export function exact(value: number): number {
  return Math.round(value * PARTS) / PARTS;
}

/** Adds the small ones first, whatever order they come in. */
export function orderlessSum(values: Iterable<number>): number {
  let sum = 0;
  for (const value of [...values].sort((a, b) => a - b)) sum += value;
  return sum;
}

/** Each value's part of all, which make 1 together; nobody's where all are 0. */
export function shares(values: readonly number[]): number[] {
  const all = orderlessSum(values);
  return values.map((value) => (all > 0 ? value / all : 0));
}

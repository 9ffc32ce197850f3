/** That of the values which would have n others before it in descending order; leaves them in another order (quickselect). */
export function nthLargest(values: Float64Array, n: number): number {
  let first = 0;
  let last = values.length - 1;
  while (first < last) {
    const { low, high } = parted(values, first, last);
    if (n > high && n < low) break;
    if (n <= high) last = high;
    else first = low;
  }
  return values[n] ?? 0;
}

/** Those up to `high` are no smaller than any from `low` on; between them all are alike. */
function parted(values: Float64Array, first: number, last: number): { low: number; high: number } {
  const pivot = values[(first + last) >> 1] ?? 0;
  let low = first;
  let high = last;
  while (low <= high) {
    while ((values[low] ?? 0) > pivot) low += 1;
    while ((values[high] ?? 0) < pivot) high -= 1;
    if (low > high) break;
    const value = values[low] ?? 0;
    values[low++] = values[high] ?? 0;
    values[high--] = value;
  }
  return { low, high };
}

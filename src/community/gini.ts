/** How unevenly something lies on people, 0 even to nearly 1 all on one: half the mean difference of two, over their mean. */
export function gini(loads: readonly number[]): number {
  const sorted = loads.toSorted((a, b) => a - b);
  const total = sorted.reduce((sum, one) => sum + one, 0);
  if (total === 0) return 0;
  const ranked = sorted.reduce((sum, one, at) => sum + (2 * (at + 1) - sorted.length - 1) * one, 0);
  return ranked / (sorted.length * total);
}

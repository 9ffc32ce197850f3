/** Chance of at least `least` among `of`, each with the chance `share` (above 0, below 1). */
export function binomialTail(least: number, of: number, share: number): number {
  if (least <= 0) return 1;
  if (least > of) return 0;
  let log = of * Math.log1p(-share);
  const odds = share / (1 - share);
  for (let count = 1; count <= least; count += 1) log += Math.log((odds * (of - count + 1)) / count);
  let term = Math.exp(log);
  let tail = term;
  for (let count = least + 1; count <= of && term > tail * Number.EPSILON; count += 1) {
    term *= (odds * (of - count + 1)) / count;
    tail += term;
  }
  return Math.min(1, tail);
}

/**
 * The best few that are not all alike, by maximal marginal relevance: the next one is that with the most of
 * `relevance` x score - (1 - `relevance`) x likeness to what is chosen already. Equal ones stay in their order.
 */
export function diverse<Item>(
  items: readonly Item[],
  most: number,
  { score, likeness, relevance }: { score(item: Item): number; likeness(a: Item, b: Item): number; relevance: number },
): Item[] {
  const left = items.map((item) => ({ item, score: score(item), closest: 0 }));
  const chosen: Item[] = [];
  while (chosen.length < most && left.length > 0) {
    const worth = left.map((one) => relevance * one.score - (1 - relevance) * one.closest);
    const [taken] = left.splice(worth.indexOf(Math.max(...worth)), 1);
    if (taken === undefined) break;
    chosen.push(taken.item);
    for (const one of left) one.closest = Math.max(one.closest, likeness(one.item, taken.item));
  }
  return chosen;
}

/** The part that two sets share of all that is in either, 0..1; 0 for two empty ones. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Mean of 1 - likeness over all pairs of a list, 0..1; null for fewer than two. */
export function intraListDiversity<Item>(
  items: readonly Item[],
  likeness: (a: Item, b: Item) => number,
): number | null {
  let [sum, pairs] = [0, 0];
  for (const [place, one] of items.entries()) {
    for (const other of items.slice(place + 1)) {
      sum += 1 - likeness(one, other);
      pairs += 1;
    }
  }
  return pairs === 0 ? null : sum / pairs;
}

import type { Area } from './areas.ts';

/** The first few, without those that lie in one another. */
export function areasApart<Item>(items: readonly Item[], most: number, areaOf: (item: Item) => Area): Item[] {
  const chosen: Item[] = [];
  const areas: Area[] = [];
  for (const item of items) {
    if (chosen.length === most) break;
    const next = areaOf(item);
    if (areas.some((one) => holds(one, next) || holds(next, one))) continue;
    chosen.push(item);
    areas.push(next);
  }
  return chosen;
}

function holds(outer: Area, inner: Area): boolean {
  return outer.kind === 'directory' && inner.kind === 'directory' && inner.name.startsWith(`${outer.name}/`);
}

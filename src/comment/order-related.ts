import type { RelatedItem } from '../domain/suggestion.ts';

/** Open threads first, then closed ones, then documents; within each as they were ranked. */
export function openFirst(related: RelatedItem[]): RelatedItem[] {
  return related.toSorted((a, b) => standingOrder(a) - standingOrder(b));
}

function standingOrder(item: RelatedItem): number {
  if (item.kind === 'document') return 2;
  return item.state === 'open' ? 0 : 1;
}

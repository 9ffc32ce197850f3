import type { RelatedItem } from '../domain/suggestion.ts';

/** Open threads first, then closed ones, then documents, at the end what came to nothing; within each as they were ranked. */
export function openFirst(related: RelatedItem[]): RelatedItem[] {
  return related.toSorted((a, b) => standingOrder(a) - standingOrder(b));
}

function standingOrder({ kind, state, outcome }: RelatedItem): number {
  if (outcome === 'not-planned') return 3;
  if (kind === 'document') return 2;
  return state === 'open' ? 0 : 1;
}

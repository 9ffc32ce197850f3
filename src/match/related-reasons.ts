import type { RelatedReason } from '../domain/reason.ts';
import type { SharedWords } from './content-query.ts';

/** What two texts share, as reasons. */
export function sharedReasons({ terms, code }: SharedWords): RelatedReason[] {
  const words = terms.filter((term) => !code.includes(term));
  const reasons: RelatedReason[] = [];
  if (code.length > 0) reasons.push({ kind: 'shares-code', terms: code });
  if (words.length > 0) reasons.push({ kind: 'shares-terms', terms: words });
  return reasons;
}

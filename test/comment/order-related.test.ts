import { describe, expect, it } from '@jest/globals';
import { openFirst } from '../../src/comment/order-related.ts';
import type { RelatedItem } from '../../src/domain/suggestion.ts';

function item(
  id: string,
  kind: RelatedItem['kind'],
  state: RelatedItem['state'],
  outcome: RelatedItem['outcome'] = null,
): RelatedItem {
  return { id, kind, state, score: 1, reasons: [], title: id, url: null, outcome, type: null };
}

describe('openFirst', () => {
  it('puts open threads before closed ones before documents, each as ranked', () => {
    const ranked = [
      item('d', 'document', null),
      item('1', 'thread', 'closed'),
      item('2', 'thread', 'open'),
      item('3', 'thread', 'closed'),
      item('4', 'thread', 'open'),
    ];

    expect(openFirst(ranked).map(({ id }) => id)).toEqual(['2', '4', '1', '3', 'd']);
  });

  it('puts last what nobody wanted to do', () => {
    const ranked = [item('1', 'thread', 'closed', 'not-planned'), item('d', 'document', null)];

    expect(openFirst(ranked).map(({ id }) => id)).toEqual(['d', '1']);
  });
});

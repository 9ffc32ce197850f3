import { describe, expect, it } from '@jest/globals';
import { factId, type LinkFact } from '../../src/domain/fact.ts';
import { createDuplicateLinks } from '../../src/match/duplicate-links.ts';

function duplicate(from: string, to: string, time = '2026-01-01T00:00:00Z'): LinkFact {
  return { kind: 'link', type: 'duplicate', from, to, time };
}

function linksOf(...facts: LinkFact[]) {
  const links = createDuplicateLinks();
  for (const fact of facts) links.learn(fact);
  return links;
}

describe('duplicate links', () => {
  it('lead through a chain of duplicates to its end', () => {
    const links = linksOf(duplicate('3', '2'), duplicate('2', '1'));

    expect(['1', '2', '3', '4'].map(links.root)).toEqual(['1', '1', '1', '4']);
  });

  it('follow the latest word where somebody changed their mind, whatever the order of learning', () => {
    const facts = [duplicate('3', '2', '2026-01-01T00:00:00Z'), duplicate('3', '1', '2026-02-01T00:00:00Z')];

    expect(linksOf(...facts).root('3')).toBe('1');
    expect(linksOf(...facts.toReversed()).root('3')).toBe('1');
  });

  it('are as if never learnt once removed', () => {
    const links = linksOf(duplicate('3', '2'), duplicate('2', '1'));

    links.remove(factId(duplicate('2', '1')));
    links.remove(factId(duplicate('9', '8')));

    expect(links.root('3')).toBe('2');
    expect([...links.all()]).toEqual([duplicate('3', '2')]);
  });

  it('leave a thread where it is when its chain is a circle', () => {
    const links = linksOf(duplicate('1', '2'), duplicate('2', '1'), duplicate('3', '1'));

    expect(['1', '2', '3'].map(links.root)).toEqual(['1', '2', '3']);
  });

  it('count for nothing against what a thread itself stands marked as', () => {
    const said = new Map<string, string | null>([
      ['3', null],
      ['4', '1'],
    ]);
    const links = createDuplicateLinks((thread) => said.get(thread));
    for (const from of ['3', '4', '5']) links.learn(duplicate(from, '2'));

    expect(['3', '4', '5'].map(links.root)).toEqual(['3', '1', '2']);
  });

  it('take what is only related for no duplicate', () => {
    expect(linksOf({ ...duplicate('3', '2'), type: 'related' }).root('3')).toBe('3');
  });
});

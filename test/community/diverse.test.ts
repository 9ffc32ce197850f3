import { describe, expect, it } from '@jest/globals';
import { diverse, intraListDiversity, overlap } from '../../src/community/diverse.ts';

interface Item {
  name: string;
  score: number;
  traits: Set<string>;
}

function anItem(name: string, score: number, ...traits: string[]): Item {
  return { name, score, traits: new Set(traits) };
}

const likeness = (a: Item, b: Item) => overlap(a.traits, b.traits);

function names(items: Item[], relevance: number, most = 3): string {
  return diverse(items, most, { score: ({ score }) => score, likeness, relevance })
    .map(({ name }) => name)
    .join('');
}

describe('a diverse choice', () => {
  const items = [anItem('a', 1, 'x', 'y'), anItem('b', 0.9, 'x', 'y'), anItem('c', 0.6, 'z'), anItem('d', 0.5, 'x')];

  it('takes next what is good and unlike what is taken', () => {
    // After a: b is worth 0.45 - 0.5, c 0.3, d 0.25 - 0.25; then b and d as before.
    expect(names(items, 0.5)).toBe('acd');
  });

  it('goes by the score alone where nothing else counts', () => {
    expect(names(items, 1)).toBe('abc');
  });

  it('is all of them where there are few, equal ones in their order', () => {
    const equal = [anItem('b', 1, 'x'), anItem('a', 1, 'y')];

    expect(names(equal, 0.5, 9)).toBe('ba');
    expect(names([], 0.5)).toBe('');
  });
});

describe('diversity within a list', () => {
  it('is the mean unlikeness of its pairs', () => {
    const [a, b, c] = [anItem('a', 1, 'x', 'y'), anItem('b', 1, 'x'), anItem('c', 1, 'z')];

    // Of a and b one of two is shared; c shares nothing.
    expect(overlap(a.traits, b.traits)).toBe(1 / 2);
    expect(intraListDiversity([a, b, c], likeness)).toBeCloseTo((1 / 2 + 1 + 1) / 3);
  });

  it('is not told of fewer than two, and nothing is like nothing', () => {
    expect(intraListDiversity([anItem('a', 1)], likeness)).toBeNull();
    expect(overlap(new Set(), new Set())).toBe(0);
  });
});

import { hashTerm } from '../text/hash-term.ts';
import { scanTerms } from '../text/scan-terms.ts';
import { worthIndexing } from '../text/weigh-terms.ts';

/** Longer titles are read up to here. */
const LONGEST_TITLE = 300;

/** Hashes of the terms of a title. */
export function titleTerms(title: string): Set<number> {
  const terms = new Set<number>();
  scanTerms(title.slice(0, LONGEST_TITLE), (key) => {
    if (worthIndexing(key)) terms.add(hashTerm(key));
  });
  return terms;
}

/** Letters of a title three by three, hashed: they stay alike where words are misspelt, bent or grown together. */
export function letterTriples(title: string): Set<number> {
  const letters = ` ${folded(title)} `;
  const triples = new Set<number>();
  for (let at = 0; at + 3 <= letters.length; at += 1) {
    const start = Math.imul(letters.charCodeAt(at), 0x9e3779b1) ^ letters.charCodeAt(at + 1);
    triples.add((Math.imul(start, 0x85ebca6b) ^ letters.charCodeAt(at + 2)) >>> 2);
  }
  return triples;
}

/** Cosine of two sets, 0..1. */
export function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return shared / Math.sqrt(a.size * b.size);
}

function folded(title: string): string {
  return title
    .slice(0, LONGEST_TITLE)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

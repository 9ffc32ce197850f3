import { hashTerm } from './hash-term.ts';
import { markdownParts } from './markdown-parts.ts';
import { scanPairs } from './scan-pairs.ts';
import { scanTerms } from './scan-terms.ts';
import { stopWords } from './stop-words.ts';

export interface TitledText {
  title: string;
  body: string;
  /** What was accepted as the answer to it; of content, never of a question. */
  answer?: string;
}

/** Whole numbers, so that sums never depend on the order of adding. */
const WEIGHT = { title: 8, heading: 2, prose: 2, code: 1, quote: 1 };
const MAX_WEIGHT = 255;
/** Longer titles are read up to here; GitHub itself takes 256 characters. */
const LONGEST_TITLE = 1000;

/** How much a text speaks of each term: hash of the term to a weighted count, at most 255. */
export function weighTerms({ title, body, answer = '' }: TitledText): Map<number, number> {
  const weights = new Map<number, number>();
  addTerms(title.slice(0, LONGEST_TITLE), WEIGHT.title, weights);
  for (const text of [body, answer]) {
    for (const part of markdownParts(text)) addTerms(part.text, WEIGHT[part.kind], weights);
  }
  return weights;
}

function addTerms(text: string, weight: number, weights: Map<number, number>): void {
  function add(key: string): void {
    if (!worthIndexing(key)) return;
    const hash = hashTerm(key);
    weights.set(hash, Math.min(MAX_WEIGHT, (weights.get(hash) ?? 0) + weight));
  }
  scanTerms(text, add);
  scanPairs(text, add);
}

/** Addresses in memory are new in every crash report and only cost room. */
export function worthIndexing(key: string): boolean {
  return !stopWords.has(key) && !/^0x[0-9a-f]{6,}$/.test(key);
}

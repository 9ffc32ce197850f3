import { spellTerms } from '../text/spell-terms.ts';
import type { TitledText } from '../text/weigh-terms.ts';
import { wordsToShow } from '../text/words-to-show.ts';
import type { Statistics } from './word-statistics.ts';

export interface QueryTerm {
  hash: number;
  idf: number;
  /** What the term adds to the score of content that is full of it. */
  gain: number;
}

export interface SharedWords {
  /** Words shared with the question that carried the score, as the question writes them, rarest first. */
  terms: string[];
  /** Those of them that are identifiers, paths or dotted names. */
  code: string[];
}

/** Best over seven histories; long bodies are mostly logs and templates, hence the slow saturation. */
const K1 = 6;
const QUERY_K = 12;
const MAX_QUERY_TERMS = 40;
const MAX_SHOWN_TERMS = 4;

/** The most telling terms of a question, best first. */
export function queryTerms(weights: Iterable<readonly [number, number]>, statistics: Statistics): QueryTerm[] {
  const terms: QueryTerm[] = [];
  for (const [hash, weight] of weights) {
    const idf = rarity(hash, statistics);
    if (idf > 0) terms.push({ hash, idf, gain: (idf * weight * (K1 + 1)) / (weight + QUERY_K) });
  }
  return terms.toSorted((a, b) => b.gain - a.gain || a.hash - b.hash).slice(0, MAX_QUERY_TERMS);
}

/** Inverse document frequency; 0 for what nothing holds. */
export function rarity(hash: number, { count, frequency: frequencyOf }: Statistics): number {
  const frequency = frequencyOf(hash);
  return frequency === 0 ? 0 : Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));
}

/** What a term adds to content that speaks of it with this weight; `relativeLength` is 1 for one of mean length. */
export function termGain(gain: number, weight: number, relativeLength: number): number {
  return (gain * weight) / (weight + K1 * relativeLength);
}

/** Tells of each content which words of the question carried its score, as the question writes them. */
export function wordsShared(
  query: TitledText,
  terms: readonly QueryTerm[],
  weightsOf: (id: string) => Iterable<[hash: number, weight: number]>,
): (id: string) => SharedWords {
  const termsByHash = new Map(terms.map((term) => [term.hash, term]));
  const spellings = spellTerms(query, termsByHash);
  return (id) => {
    const shared = carriers(termsByHash, weightsOf(id)).flatMap(({ hash }) => spellings.get(hash) ?? []);
    const words = wordsToShow(shared.map(({ word }) => word)).slice(0, MAX_SHOWN_TERMS);
    const code = shared.filter((spelling) => spelling.code && words.includes(spelling.word));
    return { terms: words, code: code.map(({ word }) => word) };
  };
}

/** The terms of the question that content holds and that carried its score, rarest first. */
function carriers(terms: ReadonlyMap<number, QueryTerm>, weights: Iterable<[number, number]>): QueryTerm[] {
  const shared: { term: QueryTerm; share: number }[] = [];
  for (const [hash, weight] of weights) {
    const term = terms.get(hash);
    if (term) shared.push({ term, share: termGain(term.gain, weight, 1) });
  }
  return shared
    .toSorted((a, b) => b.share - a.share || a.term.hash - b.term.hash)
    .slice(0, 2 * MAX_SHOWN_TERMS)
    .map(({ term }) => term)
    .toSorted((a, b) => b.idf - a.idf || a.hash - b.hash);
}

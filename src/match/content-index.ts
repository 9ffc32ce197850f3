import { spellTerms } from '../text/spell-terms.ts';
import { type TitledText, weighTerms } from '../text/weigh-terms.ts';

export interface IndexedContent extends TitledText {
  id: string;
}

export interface FoundContent {
  id: string;
  /** Only comparable within one answer. */
  score: number;
  /** Words shared with the question that carried the score, as the question writes them, rarest first. */
  terms: string[];
}

export interface ContentIndex {
  /** Adds a document or replaces the one with the same id. */
  set(content: IndexedContent): void;
  remove(id: string): void;
  /** The k best of those that `accept` takes; equal scores in the order of ids. */
  search(query: TitledText, k: number, accept?: (id: string) => boolean): FoundContent[];
  size(): number;
}

const K1 = 1.2;
const B = 0.75;
const MAX_QUERY_TERMS = 60;
const MAX_SHOWN_TERMS = 4;
const TF_BITS = 8;
const TF_MASK = (1 << TF_BITS) - 1;

interface Entry {
  id: string;
  live: boolean;
  length: number;
  weights: Map<number, number>;
}

interface QueryTerm {
  hash: number;
  weight: number;
  idf: number;
}

/** BM25 over what is in it: the answers depend on the set of documents alone, never on the order they came in. */
export function createContentIndex(): ContentIndex {
  let entries: Entry[] = [];
  let postings = new Map<number, number[]>();
  const slots = new Map<string, number>();
  let totalLength = 0;

  function add(id: string, weights: Map<number, number>): void {
    const slot = entries.length;
    let length = 0;
    for (const [hash, weight] of weights) {
      length += weight;
      const posting = postings.get(hash);
      const packed = slot * (TF_MASK + 1) + weight;
      if (posting) posting.push(packed);
      else postings.set(hash, [packed]);
    }
    entries.push({ id, live: true, length, weights });
    slots.set(id, slot);
    totalLength += length;
  }

  function remove(id: string): void {
    const entry = entries[slots.get(id) ?? -1];
    if (!entry) return;
    entry.live = false;
    totalLength -= entry.length;
    slots.delete(id);
    if (entries.length > 2 * slots.size + 64) compact();
  }

  function compact(): void {
    const kept = entries.filter((entry) => entry.live);
    entries = [];
    postings = new Map();
    totalLength = 0;
    for (const { id, weights } of kept) add(id, weights);
  }

  function queryTerms(query: TitledText): QueryTerm[] {
    const terms: QueryTerm[] = [];
    for (const [hash, weight] of weighTerms(query)) {
      let frequency = 0;
      for (const packed of postings.get(hash) ?? []) if (entries[packed >> TF_BITS]?.live) frequency += 1;
      if (frequency === 0) continue;
      const idf = Math.log(1 + (slots.size - frequency + 0.5) / (frequency + 0.5));
      terms.push({ hash, weight: weight / (weight + 2), idf });
    }
    return terms.toSorted((a, b) => b.idf * b.weight - a.idf * a.weight || a.hash - b.hash).slice(0, MAX_QUERY_TERMS);
  }

  function termScore(term: QueryTerm, weight: number, length: number): number {
    const meanLength = totalLength / slots.size;
    return (term.weight * term.idf * weight * (K1 + 1)) / (weight + K1 * (1 - B + (B * length) / meanLength));
  }

  function scoreAll(terms: QueryTerm[]): Map<number, number> {
    const scores = new Map<number, number>();
    for (const term of terms) {
      for (const packed of postings.get(term.hash) ?? []) {
        const slot = packed >> TF_BITS;
        const entry = entries[slot];
        if (entry?.live) {
          scores.set(slot, (scores.get(slot) ?? 0) + termScore(term, packed & TF_MASK, entry.length));
        }
      }
    }
    return scores;
  }

  function search(query: TitledText, k: number, accept: (id: string) => boolean = () => true): FoundContent[] {
    const terms = queryTerms(query);
    const best: { entry: Entry; score: number }[] = [];
    for (const [slot, score] of scoreAll(terms)) {
      const entry = entries[slot];
      const last = best[k - 1];
      if (!entry || (last && score < last.score) || !accept(entry.id)) continue;
      best.push({ entry, score });
      best.sort((a, b) => b.score - a.score || compareIds(a.entry.id, b.entry.id));
      if (best.length > k) best.pop();
    }
    if (best.length === 0) return [];
    const spellings = spellTerms(query);
    return best.map(({ entry, score }) => {
      const shown = terms
        .flatMap((term) => {
          const weight = entry.weights.get(term.hash);
          return weight === undefined ? [] : [{ term, share: termScore(term, weight, entry.length) }];
        })
        .toSorted((a, b) => b.share - a.share || a.term.hash - b.term.hash)
        .slice(0, MAX_SHOWN_TERMS)
        .toSorted((a, b) => b.term.idf - a.term.idf || a.term.hash - b.term.hash);
      return { id: entry.id, score, terms: shown.flatMap(({ term }) => spellings.get(term.hash)?.word ?? []) };
    });
  }

  return {
    set(content) {
      remove(content.id);
      add(content.id, weighTerms(content));
    },
    remove,
    search,
    size: () => slots.size,
  };
}

/** Not localeCompare: the order must be the same on every machine. */
function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

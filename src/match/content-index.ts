import { spellTerms } from '../text/spell-terms.ts';
import { type TitledText, weighTerms } from '../text/weigh-terms.ts';
import { wordsToShow } from '../text/words-to-show.ts';
import { createBestList, type Scored } from './best-list.ts';
import { createPostings } from './postings.ts';
import { type Statistics, statisticsBefore, statisticsOfAll } from './word-statistics.ts';

export interface IndexedContent extends TitledText {
  id: string;
  /** Of a document; its words count like those of the title. */
  path?: string;
  /** Milliseconds since 1970; lately written content is a little more likely to be meant. */
  time?: number | null;
}

/** What is kept of content: enough to index it again without its text. */
export interface IndexEntry {
  id: string;
  time: number | null;
  weights: [hash: number, weight: number][];
}

export interface FoundContent {
  id: string;
  /** Only comparable within one answer. */
  score: number;
  /** Words shared with the question that carried the score, as the question writes them, rarest first. */
  terms: string[];
  /** Those of them that are identifiers, paths or dotted names. */
  code: string[];
}

export interface ContentIndex {
  /** Adds content or replaces that of the same id; whether anything is other than before. */
  set(content: IndexedContent): boolean;
  remove(id: string): void;
  /** The k best of those that `accept` takes, equal ones in the order of ids; `at` is the moment of the question. */
  search(query: TitledText, k: number, accept?: (id: string) => boolean, at?: number): FoundContent[];
  /** The k best that are like the content of an id by its own words: as if only what has an earlier time were there. */
  searchLike(id: string, k: number, accept: (id: string) => boolean, at: number): Scored[];
  size(): number;
  entries(): Iterable<IndexEntry>;
  restore(entry: IndexEntry): void;
}

/** Best over seven histories; long bodies are mostly logs and templates, hence the slow saturation. */
const K1 = 6;
const B = 0.8;
const QUERY_K = 12;
const MAX_QUERY_TERMS = 40;
const MAX_SHOWN_TERMS = 4;
const RECENT_GAIN = 0.25;
const RECENT_HALF_LIFE_MS = 180 * 86_400_000;

interface QueryTerm {
  hash: number;
  idf: number;
  /** What the term adds to the score of content that is full of it. */
  gain: number;
}

/** BM25: what it answers depends on the set of contents alone, never on the order they came in. */
export function createContentIndex(): ContentIndex {
  const postings = createPostings();
  const times: (number | null)[] = [];
  const scores: number[] = [];

  function put(id: string, time: number | null, weights: Iterable<readonly [number, number]>): void {
    const slot = postings.set(id, weights);
    times[slot] = time;
    scores[slot] = 0;
  }

  /** The most telling terms of a question, best first. */
  function queryTerms(
    weights: Iterable<readonly [number, number]>,
    { count, frequency: frequencyOf }: Statistics,
  ): QueryTerm[] {
    const terms: QueryTerm[] = [];
    for (const [hash, weight] of weights) {
      const frequency = frequencyOf(hash);
      if (frequency === 0) continue;
      const idf = Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));
      terms.push({ hash, idf, gain: (idf * weight * (K1 + 1)) / (weight + QUERY_K) });
    }
    return terms.toSorted((a, b) => b.gain - a.gain || a.hash - b.hash).slice(0, MAX_QUERY_TERMS);
  }

  /** Fills `scores` and names the slots that are not zero. */
  function scoreSlots(terms: QueryTerm[], { meanLength }: Statistics): number[] {
    const touched: number[] = [];
    scores.fill(0);
    for (const { hash, gain } of terms) {
      postings.visit(hash, (slot, weight) => {
        const before = scores[slot] ?? 0;
        if (before === 0) touched.push(slot);
        const length = postings.length(slot) / meanLength;
        scores[slot] = before + (gain * weight) / (weight + K1 * (1 - B + B * length));
      });
    }
    return touched;
  }

  function recency(slot: number, at: number | null): number {
    const time = times[slot] ?? null;
    if (at === null || time === null) return 1;
    return 1 + RECENT_GAIN * 2 ** (-Math.max(0, at - time) / RECENT_HALF_LIFE_MS);
  }

  function bestOf(
    scored: { terms: QueryTerm[]; statistics: Statistics },
    k: number,
    accept: (id: string) => boolean,
    at: number | null,
  ): Scored[] {
    const best = createBestList(k);
    for (const slot of scoreSlots(scored.terms, scored.statistics)) {
      const score = (scores[slot] ?? 0) * recency(slot, at);
      if (best.wants(score) && accept(postings.id(slot))) best.add({ id: postings.id(slot), score });
    }
    return best.list();
  }

  /** The terms of the question that content holds and that carried its score, rarest first. */
  function carriers(terms: Map<number, QueryTerm>, id: string): QueryTerm[] {
    const shared: { term: QueryTerm; share: number }[] = [];
    for (const [hash, weight] of postings.weightsOf(id)) {
      const term = terms.get(hash);
      if (term) shared.push({ term, share: (term.gain * weight) / (weight + K1) });
    }
    return shared
      .toSorted((a, b) => b.share - a.share || a.term.hash - b.term.hash)
      .slice(0, 2 * MAX_SHOWN_TERMS)
      .map(({ term }) => term)
      .toSorted((a, b) => b.idf - a.idf || a.hash - b.hash);
  }

  return {
    set({ id, title, body, path = '', time = null }) {
      const weights = weighTerms({ title: `${title} ${path}`, body });
      const slot = postings.slot(id);
      const isSame = slot !== null && times[slot] === time && isSameWeights(weights, [...postings.weightsOf(id)]);
      if (!isSame) put(id, time, weights);
      return !isSame;
    },
    remove: postings.remove,
    search(query, k, accept = () => true, at) {
      const statistics = statisticsOfAll(postings);
      const terms = queryTerms(weighTerms(query), statistics);
      const found = bestOf({ terms, statistics }, k, accept, at ?? null);
      const termsByHash = new Map(terms.map((term) => [term.hash, term]));
      const spellings = spellTerms(query, termsByHash);
      return found.map(({ id, score }) => {
        const shared = carriers(termsByHash, id).flatMap(({ hash }) => spellings.get(hash) ?? []);
        const terms = wordsToShow(shared.map(({ word }) => word)).slice(0, MAX_SHOWN_TERMS);
        const code = shared.filter((spelling) => spelling.code && terms.includes(spelling.word));
        return { id, score, terms, code: code.map(({ word }) => word) };
      });
    },
    searchLike(id, k, accept, at) {
      const statistics = statisticsBefore(at, postings, times);
      const terms = queryTerms(postings.weightsOf(id), statistics);
      return bestOf({ terms, statistics }, k, (other) => other !== id && accept(other), at);
    },
    size: postings.count,
    *entries() {
      for (const id of postings.ids()) {
        yield { id, time: times[postings.slot(id) ?? -1] ?? null, weights: [...postings.weightsOf(id)] };
      }
    },
    restore: ({ id, time, weights }) => put(id, time, weights),
  };
}

function isSameWeights(weights: Map<number, number>, others: [number, number][]): boolean {
  return weights.size === others.length && others.every(([hash, weight]) => weights.get(hash) === weight);
}

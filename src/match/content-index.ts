import { type TitledText, weighTerms } from '../text/weigh-terms.ts';
import { createBestList, type Scored } from './best-list.ts';
import { type QueryTerm, queryTerms, rarity, type SharedWords, termGain, wordsShared } from './content-query.ts';
import { createPostings, slotIn, weightIn } from './postings.ts';
import { withoutTemplateLines } from './template-lines.ts';
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

export interface FoundContent extends Scored, SharedWords {}

/** What is found, best first, with what a closer look at it needs. */
export interface Matches {
  found: Scored[];
  /** What content shares with the question. */
  shared(id: string): SharedWords;
  /** What a term says here: more the fewer contents hold it, 0 where none does. */
  rarity(hash: number): number;
  visitWeights(id: string, visitor: (hash: number, weight: number) => void): void;
  length(id: string): number;
  time(id: string): number | null;
}

export interface ContentIndex {
  /** Adds content or replaces that of the same id; whether anything is other than before. */
  set(content: IndexedContent): boolean;
  has(id: string): boolean;
  remove(id: string): void;
  /** The k best of those that `accept` takes, equal ones in the order of ids; `at` is the moment of the question. */
  search(query: TitledText, k: number, accept?: (id: string) => boolean, at?: number): FoundContent[];
  /** The same, as it takes to look closer; lines of templates are not looked for. */
  match(query: TitledText, k: number, accept: (id: string) => boolean, at: number | null): Matches;
  /** The k best that are like the content of an id by its own words: as if only what has an earlier time were there. */
  searchLike(id: string, k: number, accept: (id: string) => boolean, at: number): Scored[];
  /** What each term says now, by its hash. */
  rarity(): (hash: number) => number;
  size(): number;
  entries(): Iterable<IndexEntry>;
  restore(entry: IndexEntry): void;
}

/** Best over seven histories; long bodies are mostly logs and templates, hence the slow saturation. */
const B = 0.8;
const FIRST_SLOTS = 1024;
/** Of a question together: of the commonest terms, which tell least, some are passed over in a very large repository. */
const MOST_POSTINGS = 120_000;
const RECENT_GAIN = 0.25;
const RECENT_HALF_LIFE_MS = 180 * 86_400_000;

/** BM25: what it answers depends on the set of contents alone, never on the order they came in. */
export function createContentIndex(): ContentIndex {
  const postings = createPostings();
  const times: (number | null)[] = [];
  let scores = new Float64Array(FIRST_SLOTS);

  function put(id: string, time: number | null, weights: Iterable<readonly [number, number]>): void {
    const slot = postings.set(id, weights);
    times[slot] = time;
    if (slot >= scores.length) scores = new Float64Array(2 * slot);
  }

  /** Fills `scores` and names the slots that are not zero. */
  function scoreSlots(terms: QueryTerm[], { meanLength }: Statistics): number[] {
    const touched: number[] = [];
    let room = MOST_POSTINGS;
    scores.fill(0);
    for (const { hash, gain } of terms) {
      const holders = postings.holders(hash);
      if (holders.length > room) continue;
      room -= holders.length;
      for (const packed of holders) {
        const slot = slotIn(packed);
        const before = scores[slot] ?? 0;
        if (before === 0) touched.push(slot);
        scores[slot] = before + termGain(gain, weightIn(packed), 1 - B + (B * postings.length(slot)) / meanLength);
      }
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
      const lasting = scores[slot] ?? 0;
      if (!best.wants(lasting * (1 + RECENT_GAIN))) continue;
      const score = lasting * recency(slot, at);
      if (best.wants(score) && accept(postings.id(slot))) best.add({ id: postings.id(slot), score });
    }
    return best.list();
  }

  function match(query: TitledText, k: number, accept: (id: string) => boolean, at: number | null): Matches {
    const statistics = statisticsOfAll(postings);
    const terms = queryTerms(weighTerms(query), statistics);
    return {
      found: bestOf({ terms, statistics }, k, accept, at),
      shared: wordsShared(query, terms, postings.weightsOf),
      rarity: (hash) => rarity(hash, statistics),
      visitWeights: postings.visitWeights,
      length: (id) => postings.length(postings.slot(id) ?? -1),
      time: (id) => times[postings.slot(id) ?? -1] ?? null,
    };
  }

  return {
    set({ id, title, body, answer = '', path = '', time = null }) {
      const weights = weighTerms({ title: `${title} ${path}`, body, answer });
      const slot = postings.slot(id);
      const isSame = slot !== null && times[slot] === time && isSameWeights(weights, [...postings.weightsOf(id)]);
      if (!isSame) put(id, time, weights);
      return !isSame;
    },
    has: (id) => postings.slot(id) !== null,
    remove: postings.remove,
    search(query, k, accept = () => true, at) {
      const { found, shared } = match(query, k, accept, at ?? null);
      return found.map((scored) => ({ ...scored, ...shared(scored.id) }));
    },
    match: (query, ...rest) => match(withoutTemplateLines(query, statisticsOfAll(postings)), ...rest),
    searchLike(id, k, accept, at) {
      const statistics = statisticsBefore(at, postings, times);
      const terms = queryTerms(postings.weightsOf(id), statistics);
      return bestOf({ terms, statistics }, k, (other) => other !== id && accept(other), at);
    },
    rarity() {
      const statistics = statisticsOfAll(postings);
      return (hash) => rarity(hash, statistics);
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

import type { DocumentFact, ThreadFact } from '../domain/fact.ts';
import type { RankedContent } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import type { TitledText } from '../text/weigh-terms.ts';
import type { Scored } from './best-list.ts';
import { createContentIndex, type FoundContent, type IndexEntry } from './content-index.ts';
import { DAY_MS } from './decay.ts';
import type { NearContent } from './nearest-vectors.ts';
import { type KnownBesides, rankRelated } from './rank-related.ts';
import { readTime } from './read-time.ts';
import { sharedReasons } from './related-reasons.ts';

export interface StoredDocument {
  id: string;
  url: string;
  title: string;
}

/** What can be found by its words: threads and documents. */
export interface ContentStore {
  /** Whether its words or its time are other than before. */
  learnThread(fact: ThreadFact): boolean;
  removeThread(id: string): void;
  learnDocument(fact: DocumentFact): void;
  removeDocument(id: string): void;
  document(id: string): StoredDocument | null;
  documents(): Iterable<StoredDocument>;
  documentCount(): number;
  /** What a snapshot keeps besides documents. */
  entries(): Iterable<IndexEntry>;
  restoreDocument(document: StoredDocument): void;
  restoreEntry(entry: IndexEntry): void;
  /** Threads and documents that fit a task, never itself. */
  related(task: Task, k: number, time: number | null, known: KnownBesides): RankedContent[];
  /** What each term says here, by its hash: more the fewer contents hold it. */
  rarity(): (hash: number) => number;
  /** Threads that share words with a task, of those that are wanted. */
  similarThreads(task: Task, k: number, time: number | null, wanted: (id: string) => boolean): FoundContent[];
  /** Documents that share words with a text, best first. */
  similarDocuments(text: TitledText, k: number): FoundContent[];
  /** The same for a known thread, of which the text is not there any more, as if later content were not there. */
  likeThread(id: string, k: number, time: number, wanted: (id: string) => boolean): FoundContent[];
}

const THREAD = 't';
const DOCUMENT = 'd';
/** So many of those found by words are looked at closely. */
const CANDIDATES = 40;

export function createContentStore(): ContentStore {
  const index = createContentIndex();
  const documents = new Map<string, StoredDocument>();

  return {
    learnThread: ({ id, title, body, answer = '', time }) =>
      index.set({ id: THREAD + id, title, body, answer, time: readTime(time) }),
    removeThread: (id) => index.remove(THREAD + id),
    learnDocument({ id, url, title, body }) {
      documents.set(id, { id, url, title });
      index.set({ id: DOCUMENT + id, title, body, path: pathOf(id) });
    },
    removeDocument(id) {
      documents.delete(id);
      index.remove(DOCUMENT + id);
    },
    document: (id) => documents.get(id) ?? null,
    documents: () => documents.values(),
    documentCount: () => documents.size,
    entries: index.entries,
    restoreDocument: (document) => void documents.set(document.id, document),
    restoreEntry: index.restore,
    related(task, k, time, known) {
      const isOther = (key: string) => key !== THREAD + (task.id ?? '');
      const matches = index.match(task, Math.max(k, CANDIDATES), isOther, time);
      const candidates = withNear(matches.found, known.near, index.has, isOther).map(({ id: key, score }) => ({
        ...contentOf(key),
        score,
        title: (key.startsWith(THREAD) ? known.find(key.slice(1)) : documents.get(key.slice(1)))?.title ?? '',
        ageDays: daysBefore(matches.time(key), time),
        length: matches.length(key),
        visitWeights: (visitor: (hash: number, weight: number) => void) => matches.visitWeights(key, visitor),
      }));
      return rankRelated(task, candidates, matches.rarity, known)
        .slice(0, k)
        .map(({ foundBy, ...ranked }) => {
          const shared = matches.shared((ranked.kind === 'thread' ? THREAD : DOCUMENT) + foundBy);
          return { ...ranked, reasons: [...ranked.reasons, ...sharedReasons(shared)] };
        });
    },
    rarity: index.rarity,
    similarThreads(task, k, time, wanted) {
      const isWanted = (key: string) => key.startsWith(THREAD) && key.slice(1) !== task.id && wanted(key.slice(1));
      return index.search(task, k, isWanted, time ?? undefined).map((found) => ({ ...found, id: found.id.slice(1) }));
    },
    similarDocuments: (text, k) =>
      index
        .search(text, k, (key) => key.startsWith(DOCUMENT))
        .map((found) => ({ ...found, id: found.id.slice(DOCUMENT.length) })),
    likeThread(id, k, time, wanted) {
      const isWanted = (key: string) => key.startsWith(THREAD) && wanted(key.slice(1));
      return index
        .searchLike(THREAD + id, k, isWanted, time)
        .map((found) => ({ id: found.id.slice(1), score: found.score, terms: [], code: [] }));
    },
  };
}

/** Besides what its words find, what is close in meaning. */
function withNear(
  found: readonly Scored[],
  near: readonly NearContent[],
  isKnown: (key: string) => boolean,
  isOther: (key: string) => boolean,
): Scored[] {
  const keys = new Set(found.map(({ id }) => id));
  const more = near
    .map(({ kind, id }) => (kind === 'thread' ? THREAD : DOCUMENT) + id)
    .filter((key) => !keys.has(key) && isKnown(key) && isOther(key));
  return [...found, ...more.map((id) => ({ id, score: 0 }))];
}

function contentOf(key: string): { id: string; kind: 'thread' | 'document'; path: string } {
  const id = key.slice(1);
  return key.startsWith(THREAD) ? { id, kind: 'thread', path: '' } : { id, kind: 'document', path: pathOf(id) };
}

function daysBefore(time: number | null, at: number | null): number | null {
  return time === null || at === null ? null : (at - time) / DAY_MS;
}

/** The address of an article says where it lies, not what it is about. */
function pathOf(id: string): string {
  return /^https?:/.test(id) ? '' : id;
}

import type { DocumentFact, ThreadFact } from '../domain/fact.ts';
import type { RankedContent } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import { type ContentIndex, createContentIndex, type FoundContent } from './content-index.ts';

export interface StoredDocument {
  id: string;
  url: string;
  title: string;
}

/** What can be found by its words: threads and documents. */
export interface ContentStore {
  learnThread(fact: ThreadFact): void;
  removeThread(id: string): void;
  learnDocument(fact: DocumentFact): void;
  removeDocument(id: string): void;
  document(id: string): StoredDocument | null;
  documents(): Iterable<StoredDocument>;
  documentCount(): number;
  /** Threads and documents that share words with a task, never itself. */
  related(task: Task, k: number): RankedContent[];
  /** Threads that share words with a task, of those that are wanted. */
  similarThreads(task: Task, k: number, wanted: (id: string) => boolean): FoundContent[];
}

const THREAD = 't';
const DOCUMENT = 'd';

export function createContentStore(index: ContentIndex = createContentIndex()): ContentStore {
  const documents = new Map<string, StoredDocument>();

  return {
    learnThread: ({ id, title, body }) => index.set({ id: THREAD + id, title, body }),
    removeThread: (id) => index.remove(THREAD + id),
    learnDocument({ id, url, title, body }) {
      documents.set(id, { id, url, title });
      index.set({ id: DOCUMENT + id, title, body });
    },
    removeDocument(id) {
      documents.delete(id);
      index.remove(DOCUMENT + id);
    },
    document: (id) => documents.get(id) ?? null,
    documents: () => documents.values(),
    documentCount: () => documents.size,
    related(task, k) {
      const itself = THREAD + (task.id ?? '');
      return index.search(task, k, (key) => key !== itself).map(rankedContent);
    },
    similarThreads(task, k, wanted) {
      const isWanted = (key: string) => key.startsWith(THREAD) && key.slice(1) !== task.id && wanted(key.slice(1));
      return index.search(task, k, isWanted).map((found) => ({ ...found, id: found.id.slice(1) }));
    },
  };
}

function rankedContent({ id, score, terms }: FoundContent): RankedContent {
  const kind = id.startsWith(THREAD) ? 'thread' : 'document';
  return { id: id.slice(1), kind, score, reasons: terms.length === 0 ? [] : [{ kind: 'shares-terms', terms }] };
}

import { longer } from './longer-column.ts';
import { createTermTable } from './term-table.ts';

/**
 * Which documents hold a term and how much of it. What it says depends on the set of documents alone, never on the
 * order they came in; only slots (small numbers for documents, stable while a document stays) do.
 */
export interface Postings {
  /** Adds a document or replaces the one with the same id; weights are whole numbers from 1 to 255 by hash of term. */
  set(id: string, weights: Iterable<readonly [hash: number, weight: number]>): number;
  remove(id: string): void;
  slot(id: string): number | null;
  id(slot: number): string;
  /** Sum of the document's weights. */
  length(slot: number): number;
  count(): number;
  totalLength(): number;
  /** How many documents hold the term. */
  frequency(hash: number): number;
  visit(hash: number, visitor: (slot: number, weight: number) => void): void;
  weightsOf(id: string): Iterable<[hash: number, weight: number]>;
  ids(): Iterable<string>;
}

interface Document {
  id: string;
  start: number;
  end: number;
  length: number;
}

const FIRST_ROOM = 1024;
const NONE = -1;
/** Removed postings are swept out when they are more than this and more than half. */
const MIN_DEAD = 4096;

export function createPostings(): Postings {
  let table = createTermTable();
  // By term: its latest posting, and the number of documents that hold it.
  let latest = new Int32Array(FIRST_ROOM);
  let frequencies = new Int32Array(FIRST_ROOM);
  // By posting: those of a document lie side by side, those of a term are chained backwards; slot NONE is removed.
  let terms = new Int32Array(FIRST_ROOM);
  let postingSlots = new Int32Array(FIRST_ROOM);
  let before = new Int32Array(FIRST_ROOM);
  let weights = new Int32Array(FIRST_ROOM);
  let used = 0;
  let dead = 0;
  let totalLength = 0;
  const documents: (Document | null)[] = [];
  const freeSlots: number[] = [];
  const slots = new Map<string, number>();

  function termNumber(hash: number): number {
    const term = table.find(hash);
    if (term !== NONE) return term;
    const added = table.add(hash);
    if (added === latest.length) {
      latest = longer(latest);
      frequencies = longer(frequencies);
    }
    latest[added] = NONE;
    frequencies[added] = 0;
    return added;
  }

  function append(slot: number, hash: number, weight: number): void {
    if (used === terms.length) {
      terms = longer(terms);
      postingSlots = longer(postingSlots);
      before = longer(before);
      weights = longer(weights);
    }
    const term = termNumber(hash);
    terms[used] = term;
    postingSlots[used] = slot;
    weights[used] = weight;
    before[used] = latest[term] ?? NONE;
    latest[term] = used;
    frequencies[term] = (frequencies[term] ?? 0) + 1;
    used += 1;
  }

  function put(slot: number, id: string, entries: Iterable<readonly [number, number]>): void {
    const start = used;
    let length = 0;
    for (const [hash, weight] of entries) {
      append(slot, hash, weight);
      length += weight;
    }
    documents[slot] = { id, start, end: used, length };
    slots.set(id, slot);
    totalLength += length;
  }

  function remove(id: string): void {
    const slot = slots.get(id) ?? NONE;
    const document = documents[slot];
    if (!document) return;
    for (let posting = document.start; posting < document.end; posting += 1) {
      const term = terms[posting] ?? 0;
      frequencies[term] = (frequencies[term] ?? 0) - 1;
      postingSlots[posting] = NONE;
    }
    dead += document.end - document.start;
    totalLength -= document.length;
    documents[slot] = null;
    freeSlots.push(slot);
    slots.delete(id);
    if (dead > MIN_DEAD && 2 * dead > used) sweep();
  }

  function entriesOf(document: Document): [number, number][] {
    const entries: [number, number][] = [];
    for (let posting = document.start; posting < document.end; posting += 1) {
      entries.push([table.hash(terms[posting] ?? 0), weights[posting] ?? 0]);
    }
    return entries;
  }

  function sweep(): void {
    const living = [...slots].flatMap(([id, slot]) => {
      const document = documents[slot];
      return document ? [{ id, slot, entries: entriesOf(document) }] : [];
    });
    table = createTermTable();
    used = 0;
    dead = 0;
    totalLength = 0;
    for (const { id, slot, entries } of living) put(slot, id, entries);
  }

  return {
    set(id, entries) {
      remove(id);
      const slot = freeSlots.pop() ?? documents.length;
      put(slot, id, entries);
      return slot;
    },
    remove,
    slot: (id) => slots.get(id) ?? null,
    id: (slot) => documents[slot]?.id ?? '',
    length: (slot) => documents[slot]?.length ?? 0,
    count: () => slots.size,
    totalLength: () => totalLength,
    frequency: (hash) => frequencies[table.find(hash)] ?? 0,
    visit(hash, visitor) {
      const term = table.find(hash);
      if (term === NONE) return;
      for (let posting = latest[term] ?? NONE; posting !== NONE; posting = before[posting] ?? NONE) {
        const slot = postingSlots[posting] ?? NONE;
        if (slot !== NONE) visitor(slot, weights[posting] ?? 0);
      }
    },
    weightsOf(id) {
      const document = documents[slots.get(id) ?? NONE];
      return document ? entriesOf(document) : [];
    },
    ids: () => slots.keys(),
  };
}

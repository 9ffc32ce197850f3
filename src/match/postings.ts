import { createIntLists } from './int-lists.ts';
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
  /** Number of the term, 0, 1, 2 ... as they were met; -1 where no document ever held it. */
  term(hash: number): number;
  /** How many documents hold the term. */
  frequency(hash: number): number;
  /** Who holds the term, packed, to be read before the next change: `slotIn` and `weightIn` tell. */
  holders(hash: number): Int32Array;
  visit(hash: number, visitor: (slot: number, weight: number) => void): void;
  weightsOf(id: string): Iterable<[hash: number, weight: number]>;
  visitWeights(id: string, visitor: (hash: number, weight: number) => void): void;
  ids(): Iterable<string>;
}

interface Document {
  id: string;
  /** Number of the term and weight, packed. */
  terms: Int32Array;
  length: number;
}

/** A slot or term and a weight share 32 bits: 16 million of the one, 255 of the other. */
const WEIGHT_BITS = 8;
const WEIGHT_MASK = 255;
const NONE = -1;
const NOBODY = new Int32Array();

export function slotIn(packed: number): number {
  return packed >>> WEIGHT_BITS;
}

export function weightIn(packed: number): number {
  return packed & WEIGHT_MASK;
}

export function createPostings(): Postings {
  const table = createTermTable();
  const lists = createIntLists();
  const documents: (Document | null)[] = [];
  const lengths: number[] = [];
  const freeSlots: number[] = [];
  const slots = new Map<string, number>();
  let totalLength = 0;

  function append(hash: number, posting: number): number {
    const term = table.find(hash);
    if (term === NONE) {
      lists.start(posting);
      return table.add(hash);
    }
    lists.push(term, posting);
    return term;
  }

  function remove(id: string): void {
    const slot = slots.get(id) ?? NONE;
    const document = documents[slot];
    if (!document) return;
    for (const packed of document.terms) {
      lists.remove(packed >>> WEIGHT_BITS, (slot << WEIGHT_BITS) | (packed & WEIGHT_MASK));
    }
    totalLength -= document.length;
    documents[slot] = null;
    freeSlots.push(slot);
    slots.delete(id);
  }

  return {
    set(id, weights) {
      remove(id);
      const slot = freeSlots.pop() ?? documents.length;
      let length = 0;
      const terms = Int32Array.from(weights, ([hash, weight]) => {
        length += weight;
        return (append(hash, (slot << WEIGHT_BITS) | weight) << WEIGHT_BITS) | weight;
      });
      documents[slot] = { id, terms, length };
      lengths[slot] = length;
      slots.set(id, slot);
      totalLength += length;
      return slot;
    },
    remove,
    slot: (id) => slots.get(id) ?? null,
    id: (slot) => documents[slot]?.id ?? '',
    length: (slot) => lengths[slot] ?? 0,
    count: () => slots.size,
    totalLength: () => totalLength,
    term: table.find,
    frequency(hash) {
      const term = table.find(hash);
      return term === NONE ? 0 : lists.length(term);
    },
    holders(hash) {
      const term = table.find(hash);
      return term === NONE ? NOBODY : lists.values(term);
    },
    visit(hash, visitor) {
      const term = table.find(hash);
      if (term !== NONE) lists.visit(term, (packed) => visitor(packed >>> WEIGHT_BITS, packed & WEIGHT_MASK));
    },
    *weightsOf(id) {
      const document = documents[slots.get(id) ?? NONE];
      for (const packed of document?.terms ?? []) yield [table.hash(packed >>> WEIGHT_BITS), packed & WEIGHT_MASK];
    },
    visitWeights(id, visitor) {
      const document = documents[slots.get(id) ?? NONE];
      for (const packed of document?.terms ?? []) visitor(table.hash(packed >>> WEIGHT_BITS), packed & WEIGHT_MASK);
    },
    ids: () => slots.keys(),
  };
}

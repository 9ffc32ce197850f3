import { createBestList, type Scored } from './best-list.ts';
import { isManner } from './label-features.ts';
import type { LabelView } from './label-view.ts';
import { slotIn } from './postings.ts';

const NEIGHBOURS = 60;
/** Rare features come first; where common ones would take more than this, they are passed over. */
const MOST_POSTINGS = 3000;
/** As in BM25: how far the length of a thread counts. */
const B = 0.5;

/** The threads with labels that share most with a text: in words, phrases, names in code and who wrote it. */
export function labelNeighbours(view: LabelView, hashes: Iterable<number>, except: string | null): Scored[] {
  const { postings } = view.counts;
  const best = createBestList(NEIGHBOURS);
  const { scores, touched } = scoreSlots(view, hashes);
  for (const slot of touched) {
    const score = scores[slot] ?? 0;
    if (best.wants(score) && postings.id(slot) !== except) best.add({ id: postings.id(slot), score });
  }
  return best.list();
}

/** By slot, and which slots share anything, in no certain order. */
function scoreSlots(view: LabelView, hashes: Iterable<number>): { scores: Float64Array; touched: number[] } {
  const { postings } = view.counts;
  const meanLength = view.totalLength / Math.max(1, view.threads);
  const scores = new Float64Array(view.counts.slots());
  const touched: number[] = [];
  let room = MOST_POSTINGS;
  for (const { hash, frequency } of rareFirst(view, hashes)) {
    if (frequency > room) break;
    room -= frequency;
    // What all threads have, such as a template, tells nothing.
    const gain = Math.log(1 + (view.threads - frequency + 0.5) / (frequency + 0.5)) ** 2;
    for (const packed of postings.holders(hash)) {
      const slot = slotIn(packed);
      if (!view.isKnown(slot)) continue;
      const before = scores[slot] ?? 0;
      if (before === 0) touched.push(slot);
      scores[slot] = before + gain / (1 - B + (B * postings.length(slot)) / meanLength);
    }
  }
  return { scores, touched };
}

/** In an order that has nothing to do with that of learning, since sums follow it. */
function rareFirst(view: LabelView, hashes: Iterable<number>): { hash: number; frequency: number }[] {
  return Array.from(hashes)
    .filter((hash) => !isManner(hash))
    .map((hash) => ({ hash, frequency: view.frequency(hash) }))
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => a.frequency - b.frequency || a.hash - b.hash);
}

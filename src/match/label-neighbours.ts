import { createBestList, type Scored } from './best-list.ts';
import type { LabelView } from './label-view.ts';
import type { Voter } from './label-votes.ts';
import { longerFloats } from './longer-column.ts';
import { nthLargest } from './nth-largest.ts';
import { slotIn } from './postings.ts';
import type { ToldFeature } from './told-features.ts';

const NEIGHBOURS = 60;
/** Rare features come first; where common ones would take more than this, they are passed over. */
const MOST_POSTINGS = 1500;
/** As in BM25: how far the length of a thread counts. */
const B = 0.5;

export interface Neighbour extends Voter {
  id: string;
}

/** By slot; all zero but while slots are scored. One for each question would cost more than the scoring. */
let gains = new Float64Array(1024);

/** The threads with labels that share most with a text: in words, phrases, names in code and who wrote it. */
export function labelNeighbours(view: LabelView, told: readonly ToldFeature[], except: string | null): Neighbour[] {
  const { postings } = view.counts;
  const shared = sharing(view, told, except === null ? null : postings.slot(except));
  const least = shared.scores.length > NEIGHBOURS ? nthLargest(shared.scores.slice(), NEIGHBOURS - 1) : 0;
  const best = createBestList<Scored & { slot: number }>(NEIGHBOURS);
  for (let at = 0; at < shared.scores.length; at += 1) {
    const [slot, score] = [shared.slots[at] ?? 0, shared.scores[at] ?? 0];
    if (score >= least) best.add({ id: postings.id(slot), score, slot });
  }
  const list = best.list();
  const most = list[0]?.score ?? 1;
  // A near-duplicate says more than several threads that share a common word.
  return list.map(({ id, slot, score }) => ({ id, slot, weight: (score / most) ** 2 }));
}

/** Slots of known threads that share anything, in no certain order, and how much each shares for its length. */
function sharing(view: LabelView, told: readonly ToldFeature[], except: number | null) {
  const meanLength = view.totalLength / Math.max(1, view.threads);
  const slots = addGains(view, told);
  const scores = new Float64Array(slots.length);
  let count = 0;
  for (const slot of slots) {
    // Those that stay move to the front, never past what is still to be read.
    if (slot !== except && view.isKnown(slot)) {
      slots[count] = slot;
      scores[count++] = (gains[slot] ?? 0) / (1 - B + (B * view.counts.postings.length(slot)) / meanLength);
    }
    gains[slot] = 0;
  }
  return { slots, scores: scores.subarray(0, count) };
}

/** Fills `gains`; gives back the slots where there are any. */
function addGains(view: LabelView, told: readonly ToldFeature[]): number[] {
  while (gains.length < view.counts.slots()) gains = longerFloats(gains);
  const touched: number[] = [];
  let room = MOST_POSTINGS;
  for (const { hash, frequency } of told.toSorted((a, b) => a.frequency - b.frequency)) {
    if (frequency > room) break;
    room -= frequency;
    // What all threads have, such as a template, tells nothing.
    const gain = Math.log(1 + (view.threads - frequency + 0.5) / (frequency + 0.5)) ** 2;
    const holders = view.counts.postings.holders(hash);
    for (let at = 0; at < holders.length; at += 1) {
      const slot = slotIn(holders[at] ?? 0);
      const before = gains[slot] ?? 0;
      if (before === 0) touched.push(slot);
      gains[slot] = before + gain;
    }
  }
  return touched;
}

import type { LabelCounts } from './label-counts.ts';
import { drawLines, type LabelExample, type LabelLines } from './label-lines.ts';
import type { LatestList, Timed } from './latest-list.ts';
import type { TypeModel } from './thread-type.ts';

/** Lines between labels, drawn anew as threads come: from a number of threads on that grows by a twenty-fifth each time. */
export interface LabelLessons {
  /** A thread with this place in the order of times came, went or changed. */
  changed(place: Timed): void;
  /** null while there is too little to learn from. */
  lines(): LabelLines | null;
}

/** The lines are of the latest so many threads; older ones tell of habits that may be gone. */
const MOST_EXAMPLES = 800;
const FEWEST_EXAMPLES = 20;
const GROWTH = 1.04;
const MOST_GROWTH = 250;
/** Of labels that fewer threads have, words are counted only. */
const FEWEST_WITH_LABEL = 4;
const MOST_LABELS = 24;
const DRAWING = { cost: 1, minFrequency: 2 };
/** Few examples are walked over more often. */
const WALKS = 4000;
const ROUNDS = { fewest: 5, most: 15 };
/** What the general model says, beside words of length one in all. */
export const TYPE_SHARE = 0.4;

export function createLabelLessons(counts: LabelCounts, latest: LatestList, types: TypeModel): LabelLessons {
  let drawn: LabelLines | null = null;
  let drawnFrom = 0;
  let last: Timed | null = null;

  function exampleOf(id: string): LabelExample {
    const hashes = Array.from(counts.postings.weightsOf(id), ([hash]) => hash).toSorted((a, b) => a - b);
    return { hashes, traits: typeTraits(types, hashes), labels: new Set(counts.labelsOf(id)) };
  }

  function draw(from: number): void {
    const later = counts.postings.count() - from;
    const ids = latest.latest(later + Math.min(from, MOST_EXAMPLES)).slice(0, Math.min(from, MOST_EXAMPLES));
    const examples = ids.map(exampleOf);
    const rounds = Math.round(Math.min(ROUNDS.most, Math.max(ROUNDS.fewest, WALKS / examples.length)));
    drawn = drawLines(examples, { ...DRAWING, rounds, labels: commonLabels(examples, counts) });
    drawnFrom = from;
    last = latest.before(later) ?? null;
  }

  return {
    changed({ id, time }) {
      if (last === null || time < last.time || (time === last.time && id <= last.id)) drawn = null;
    },
    lines() {
      const from = lastStep(counts.postings.count());
      if (from === 0) return null;
      if (drawn === null || drawnFrom !== from) draw(from);
      return drawn;
    },
  };
}

export function typeTraits(types: TypeModel, hashes: Iterable<number>): number[] {
  return types(hashes).map((score) => TYPE_SHARE * score);
}

/** The last number of threads, at most `count`, at which lines are drawn; 0: none. */
function lastStep(count: number): number {
  let step = 0;
  let next = FEWEST_EXAMPLES;
  while (next <= count) {
    step = next;
    next = Math.min(Math.ceil(next * GROWTH), next + MOST_GROWTH);
  }
  return step;
}

function commonLabels(examples: readonly LabelExample[], counts: LabelCounts): number[] {
  const times = new Map<number, number>();
  for (const { labels } of examples) {
    for (const label of labels) times.set(label, (times.get(label) ?? 0) + 1);
  }
  return [...times]
    .filter(([, count]) => count >= FEWEST_WITH_LABEL)
    .map(([label, count]) => ({ label, count, name: counts.name(label) }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_LABELS)
    .map(({ label }) => label);
}

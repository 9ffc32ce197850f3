import { isManner } from './label-features.ts';
import { createPostings, type Postings, slotIn, weightIn } from './postings.ts';
import { isProcessLabel } from './process-labels.ts';
import { createSparseList } from './sparse-list.ts';

/** Threads with labels, counted by label and by feature of their text. */
export interface LabelCounts {
  postings: Postings;
  set(thread: CountedThread): void;
  /** Whether the thread is known with just these features. */
  has(id: string, features: ReadonlySet<number>): boolean;
  remove(id: string): void;
  threads(): Iterable<CountedThread>;
  labels(): number;
  name(label: number): string;
  /** Whether the label tells what a thread is about, and not how far work on it has come. */
  tells(label: number): boolean;
  /** Whether any thread has the label of that name. */
  isUsed(name: string): boolean;
  /** How many threads have the label. */
  threadsWith(label: number): number;
  /** By label, the sum of the lengths of the threads that have it. */
  lengthsWith(): readonly number[];
  /** All slots of the postings are below this. */
  slots(): number;
  /** Numbers of the labels of the thread in a slot of the postings. */
  labelsIn(slot: number): readonly number[];
  labelsOf(id: string): readonly number[];
  /** How much of a feature each label has. */
  tally(hash: number): Tally;
}

export interface Tally {
  /** Labels that have any of it. */
  labels: readonly number[];
  /** How much each of them has. */
  weights: readonly number[];
  /** In all threads. */
  total: number;
}

export interface CountedThread {
  id: string;
  labels: readonly string[];
  /** Hashes of what `labelFeatures` finds. */
  features: Iterable<number>;
}

/** Each thread weighs about the same, however long; whole numbers, so that sums are exact. */
const THREAD_WEIGHT = 255;
/** Manner is not counted but kept for the lines. */
const MANNER_WEIGHT = 1;
/** Features of at least so many threads are counted once and kept up to date; others are counted when asked for. */
const OFTEN = 24;

interface OpenTally extends Tally {
  labels: number[];
  weights: number[];
}

export function createLabelCounts(): LabelCounts {
  const postings = createPostings();
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const telling: boolean[] = [];
  const threadsWith: number[] = [];
  const lengthsWith: number[] = [];
  const labelsBySlot: (readonly number[])[] = [];
  /** By number of the feature's term. */
  const kept = createSparseList<OpenTally>();

  function numberOf(name: string): number {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    telling.push(!isProcessLabel(name));
    threadsWith.push(0);
    lengthsWith.push(0);
    return names.push(name) - 1;
  }

  function labelsIn(slot: number | null): readonly number[] {
    return labelsBySlot[slot ?? -1] ?? [];
  }

  function count(slot: number, sign: 1 | -1): void {
    for (const label of labelsIn(slot)) {
      threadsWith[label] = (threadsWith[label] ?? 0) + sign;
      lengthsWith[label] = (lengthsWith[label] ?? 0) + sign * postings.length(slot);
    }
    if (kept.count() === 0) return;
    for (const [hash, weight] of postings.weightsOf(postings.id(slot))) {
      const tally = kept.get(postings.term(hash));
      if (tally !== undefined) addTo(tally, labelsIn(slot), sign * weight);
    }
  }

  function tallyOf(hash: number): Tally {
    const term = postings.term(hash);
    const known = kept.get(term);
    if (known !== undefined) return known;
    const holders = postings.holders(hash);
    const tally = tallyOfHolders(holders, labelsIn);
    if (holders.length >= OFTEN) kept.set(term, tally);
    return tally;
  }

  function remove(id: string): void {
    const slot = postings.slot(id);
    if (slot === null) return;
    count(slot, -1);
    labelsBySlot[slot] = [];
    postings.remove(id);
  }

  return {
    postings,
    set({ id, labels, features }) {
      remove(id);
      const hashes = [...features];
      const told = hashes.filter((hash) => !isManner(hash)).length;
      const weight = Math.max(1, Math.round(THREAD_WEIGHT / Math.sqrt(Math.max(1, told))));
      const slot = postings.set(
        id,
        hashes.map((hash) => [hash, isManner(hash) ? MANNER_WEIGHT : weight]),
      );
      labelsBySlot[slot] = [...new Set(labels)].map(numberOf);
      count(slot, 1);
    },
    has(id, features) {
      const known = [...postings.weightsOf(id)];
      return known.length === features.size && known.every(([hash]) => features.has(hash));
    },
    remove,
    *threads() {
      for (const id of postings.ids()) {
        const labels = labelsIn(postings.slot(id)).map((label) => names[label] ?? '');
        yield { id, labels, features: [...postings.weightsOf(id)].map(([hash]) => hash) };
      }
    },
    labels: () => names.length,
    name: (label) => names[label] ?? '',
    tells: (label) => telling[label] ?? false,
    isUsed: (name) => (threadsWith[numbers.get(name) ?? -1] ?? 0) > 0,
    threadsWith: (label) => threadsWith[label] ?? 0,
    lengthsWith: () => lengthsWith,
    slots: () => labelsBySlot.length,
    labelsIn,
    labelsOf: (id) => labelsIn(postings.slot(id)),
    tally: tallyOf,
  };
}

/** Of threads in slots of the postings, each with how much it has of a feature. */
export function tallyOfHolders(holders: Int32Array, labelsIn: LabelCounts['labelsIn']): OpenTally {
  const tally: OpenTally = { labels: [], weights: [], total: 0 };
  for (let at = 0; at < holders.length; at += 1) {
    const packed = holders[at] ?? 0;
    addTo(tally, labelsIn(slotIn(packed)), weightIn(packed));
  }
  return tally;
}

/** A label that has nothing left of a feature is as if it had never had any. */
function addTo(tally: OpenTally, of: readonly number[], weight: number): void {
  const { labels, weights } = tally;
  tally.total += weight;
  for (let each = 0; each < of.length; each += 1) {
    const label = of[each] ?? 0;
    const known = labels.indexOf(label);
    const at = known === -1 ? labels.push(label) - 1 : known;
    const sum = (weights[at] ?? 0) + weight;
    weights[at] = sum;
    if (sum === 0) {
      labels.splice(at, 1);
      weights.splice(at, 1);
    }
  }
}

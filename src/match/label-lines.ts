import { addMargins, type CommonFeatures, commonFeatures, pull, push, type Row, rowOf } from './line-rows.ts';
import type { Steps } from './steps.ts';

/** A thread to learn from: what its text has, and which labels it got. */
export interface LabelExample {
  hashes: Int32Array;
  /** Values between about -1 and 1 besides what the text has; the same number for every example. */
  traits: readonly number[];
  labels: ReadonlySet<number>;
}

/** Lines that part the threads with a label from those without it. */
export interface LabelLines {
  /** Which of the lines is the label's; -1 where there is none. */
  place(label: number): number;
  /** How far on its side a thread lies, line by line; about 1 where it surely has the label. */
  margins(example: Omit<LabelExample, 'labels'>): Float64Array;
  /** What each feature weighs for each label; null is what every text has. Traits are left out. */
  weights(): Iterable<{ hash: number | null; weights: Map<number, number> }>;
}

export interface LineOptions {
  labels: readonly number[];
  /** How dear an example on the wrong side is. */
  cost: number;
  rounds: number;
  /** What fewer examples have tells nothing. */
  minFrequency: number;
  /** Whether rare features count no more than others, so that a line needs nothing but its weights. */
  equalRarity?: boolean;
}

/** Each piece takes some milliseconds. */
const ROWS_AT_ONCE = 200;
const WALKED_AT_ONCE = 120;

const NONE = -1;

/** A prime, so that a walk by so much meets each of fewer examples once, early and late ones mixed. */
const STRIDE = 7919;

/**
 * Support vector machines with squared hinge loss, one for each label, all in one walk over the examples (dual
 * coordinate descent). Always the same steps, so that the same examples in the same order give the same lines.
 */
export function* drawLines(examples: readonly LabelExample[], options: LineOptions): Steps<LabelLines> {
  const words = yield* commonFeatures(examples, options);
  yield;
  const traits = examples[0]?.traits.length ?? 0;
  const many = options.labels.length;
  const weights = new Float64Array((words.table.count() + traits + 1) * many);
  yield;
  const rows = yield* rowsOf(examples, words);
  const sides = examples.map(({ labels }) => Int8Array.from(options.labels, (label) => (labels.has(label) ? 1 : -1)));
  const forces = examples.map(() => new Float64Array(many));
  const slack = 1 / (2 * options.cost);
  const margins = new Float64Array(many);
  for (let round = 0; round < options.rounds; round += 1) {
    for (let step = 0; step < rows.length; step += 1) {
      if (step % WALKED_AT_ONCE === 0) yield;
      const at = (step * STRIDE + round) % rows.length;
      const [row, side, force] = [rows[at], sides[at], forces[at]];
      if (row === undefined || side === undefined || force === undefined) continue;
      addMargins(row, weights, margins);
      if (pull({ margins, side, force, slack, square: row.square })) push(row, margins, weights);
    }
  }

  const drawn = new Float32Array(weights);
  const places = new Int32Array(Math.max(0, ...options.labels) + 1).fill(NONE);
  for (const [at, label] of options.labels.entries()) places[label] = at;

  function byLabel(values: Float32Array): Map<number, number> {
    return new Map(options.labels.map((label, at) => [label, values[at] ?? 0]));
  }

  return {
    place: (label) => places[label] ?? NONE,
    margins(example) {
      const found = new Float64Array(many);
      addMargins(rowOf(example, words), drawn, found);
      return found;
    },
    *weights() {
      for (let place = 0; place < words.table.count(); place += 1) {
        yield { hash: words.table.hash(place), weights: byLabel(drawn.subarray(place * many, (place + 1) * many)) };
      }
      yield { hash: null, weights: byLabel(drawn.subarray(drawn.length - many)) };
    },
  };
}

function* rowsOf(examples: readonly LabelExample[], words: CommonFeatures): Steps<Row[]> {
  const rows: Row[] = [];
  for (const example of examples) {
    rows.push(rowOf(example, words));
    if (rows.length % ROWS_AT_ONCE === 0) yield;
  }
  return rows;
}

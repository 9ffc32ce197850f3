import { createTermTable, type TermTable } from './term-table.ts';

/** A thread to learn from: what its text has, and which labels it got. */
export interface LabelExample {
  hashes: readonly number[];
  /** Values between about -1 and 1 besides what the text has; the same number for every example. */
  traits: readonly number[];
  labels: ReadonlySet<number>;
}

/** Lines that part the threads with a label from those without it. */
export interface LabelLines {
  /** How far on its side a thread lies, by label; about 1 for one that surely has it. */
  margins(example: Omit<LabelExample, 'labels'>): Map<number, number>;
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

/** Of the feature that every text has. */
const ALWAYS = 1;
/** A prime, so that a walk by so much meets each of fewer examples once, early and late ones mixed. */
const STRIDE = 7919;
const NONE = -1;

/**
 * Support vector machines with squared hinge loss, one for each label, all in one walk over the examples (dual
 * coordinate descent). Always the same steps, so that the same examples in the same order give the same lines.
 */
export function drawLines(examples: readonly LabelExample[], options: LineOptions): LabelLines {
  const words = commonFeatures(examples, options);
  const traits = examples[0]?.traits.length ?? 0;
  const many = options.labels.length;
  const weights = new Float64Array((words.table.count() + traits + 1) * many);
  const rows = examples.map((example) => rowOf(example, words));
  const forces = new Float64Array(examples.length * many);
  const slack = 1 / (2 * options.cost);
  const wanted = examples.map(({ labels }) => options.labels.map((label) => (labels.has(label) ? 1 : -1)));
  for (let round = 0; round < options.rounds; round += 1) {
    for (let step = 0; step < rows.length; step += 1) {
      const at = (step * STRIDE + round) % rows.length;
      const row = rows[at];
      if (row === undefined) continue;
      const margins = marginsOf(row, weights, many);
      const sides = wanted[at] ?? [];
      for (const [label, side] of sides.entries()) {
        const before = forces[at * many + label] ?? 0;
        const pull = side * (margins[label] ?? 0) - 1 + before * slack;
        const force = Math.max(0, before - pull / (row.square + slack));
        forces[at * many + label] = force;
        margins[label] = (force - before) * side;
      }
      push(row, margins, weights);
    }
  }

  function byLabel(values: Float64Array): Map<number, number> {
    return new Map(options.labels.map((label, at) => [label, values[at] ?? 0]));
  }

  return {
    margins(example) {
      const margins = marginsOf(rowOf(example, words), weights, many);
      return byLabel(margins);
    },
    *weights() {
      for (let place = 0; place < words.table.count(); place += 1) {
        yield { hash: words.table.hash(place), weights: byLabel(weights.subarray(place * many, (place + 1) * many)) };
      }
      yield { hash: null, weights: byLabel(weights.subarray(weights.length - many)) };
    },
  };
}

interface CommonFeatures {
  table: TermTable;
  /** By number in the table: the rarer, the more a feature tells. */
  rarity: number[];
}

function commonFeatures(
  examples: readonly LabelExample[],
  { minFrequency, equalRarity = false }: LineOptions,
): CommonFeatures {
  const frequencies = new Map<number, number>();
  for (const { hashes } of examples) {
    for (const hash of hashes) frequencies.set(hash, (frequencies.get(hash) ?? 0) + 1);
  }
  const table = createTermTable();
  const rarity: number[] = [];
  for (const [hash, frequency] of frequencies) {
    if (frequency < minFrequency) continue;
    table.add(hash);
    rarity.push(equalRarity ? 1 : Math.log(1 + examples.length / frequency));
  }
  return { table, rarity };
}

/** What an example has, as places and values: words by rarity and of length one together, then traits, then one. */
interface Row {
  places: Int32Array;
  values: Float64Array;
  square: number;
}

function rowOf({ hashes, traits }: Omit<LabelExample, 'labels'>, { table, rarity }: CommonFeatures): Row {
  const known = hashes.map(table.find).filter((place) => place !== NONE);
  const length = Math.sqrt(known.reduce((sum, place) => sum + (rarity[place] ?? 0) ** 2, 0)) || 1;
  const values = [...known.map((place) => (rarity[place] ?? 0) / length), ...traits, ALWAYS];
  const others = Array.from({ length: traits.length + 1 }, (_, at) => table.count() + at);
  return {
    places: Int32Array.from([...known, ...others]),
    values: Float64Array.from(values),
    square: values.reduce((sum, value) => sum + value * value, 0),
  };
}

function marginsOf({ places, values }: Row, weights: Float64Array, many: number): Float64Array {
  const margins = new Float64Array(many);
  for (let at = 0; at < places.length; at += 1) {
    const from = (places[at] ?? 0) * many;
    const value = values[at] ?? 0;
    for (let label = 0; label < many; label += 1) {
      margins[label] = (margins[label] ?? 0) + value * (weights[from + label] ?? 0);
    }
  }
  return margins;
}

function push({ places, values }: Row, by: Float64Array, weights: Float64Array): void {
  const many = by.length;
  for (let at = 0; at < places.length; at += 1) {
    const from = (places[at] ?? 0) * many;
    const value = values[at] ?? 0;
    for (let label = 0; label < many; label += 1) {
      weights[from + label] = (weights[from + label] ?? 0) + value * (by[label] ?? 0);
    }
  }
}

import type { LabelExample, LineOptions } from './label-lines.ts';
import type { Steps } from './steps.ts';
import { createTermTable, type TermTable } from './term-table.ts';

/** Of the feature that every text has. */
const ALWAYS = 1;
const NONE = -1;
/** Read in one piece, which takes some milliseconds. */
const EXAMPLES_AT_ONCE = 200;
const FEATURES_AT_ONCE = 10_000;

export interface CommonFeatures {
  table: TermTable;
  /** By number in the table: the rarer, the more a feature tells. */
  rarity: number[];
}

export function* commonFeatures(
  examples: readonly LabelExample[],
  { minFrequency, equalRarity = false }: LineOptions,
): Steps<CommonFeatures> {
  const frequencies = new Map<number, number>();
  for (const [at, { hashes }] of examples.entries()) {
    if (at % EXAMPLES_AT_ONCE === 0) yield;
    for (const hash of hashes) frequencies.set(hash, (frequencies.get(hash) ?? 0) + 1);
  }
  yield;
  const table = createTermTable();
  const rarity: number[] = [];
  for (const [hash, frequency] of frequencies) {
    if (frequency < minFrequency) continue;
    if (rarity.length % FEATURES_AT_ONCE === 0) yield;
    table.add(hash);
    rarity.push(equalRarity ? 1 : Math.log(1 + examples.length / frequency));
  }
  return { table, rarity };
}

/** What an example has, as places and values: words by rarity and of length one together, then traits, then one. */
export interface Row {
  places: Int32Array;
  values: Float64Array;
  square: number;
}

export function rowOf({ hashes, traits }: Omit<LabelExample, 'labels'>, { table, rarity }: CommonFeatures): Row {
  const places = new Int32Array(hashes.length + traits.length + 1);
  const values = new Float64Array(places.length);
  let size = 0;
  let squares = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    const place = table.find(hashes[at] ?? 0);
    if (place === NONE) continue;
    const tells = rarity[place] ?? 0;
    places[size] = place;
    values[size++] = tells;
    squares += tells * tells;
  }
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < size; at += 1) values[at] = (values[at] ?? 0) / length;
  for (const [at, value] of [...traits, ALWAYS].entries()) {
    places[size] = table.count() + at;
    values[size++] = value;
  }
  const told = values.subarray(0, size);
  return {
    places: places.subarray(0, size),
    values: told,
    square: told.reduce((sum, value) => sum + value * value, 0),
  };
}

/** Fills `margins`. */
export function addMargins({ places, values }: Row, weights: Float64Array | Float32Array, margins: Float64Array): void {
  const many = margins.length;
  margins.fill(0);
  for (let at = 0; at < places.length; at += 1) {
    const from = (places[at] ?? 0) * many;
    const value = values[at] ?? 0;
    for (let label = 0; label < many; label += 1) {
      margins[label] = (margins[label] ?? 0) + value * (weights[from + label] ?? 0);
    }
  }
}

interface Pulled {
  /** In: where the example lies. Out: how far each line is to be moved. */
  margins: Float64Array;
  side: Int8Array;
  /** Of the example on each line. */
  force: Float64Array;
  slack: number;
  square: number;
}

/** Whether any line is to be moved. */
export function pull({ margins, side, force, slack, square }: Pulled): boolean {
  let moves = false;
  for (let label = 0; label < margins.length; label += 1) {
    const before = force[label] ?? 0;
    const towards = side[label] ?? 0;
    const lack = towards * (margins[label] ?? 0) - 1 + before * slack;
    const now = Math.max(0, before - lack / (square + slack));
    force[label] = now;
    margins[label] = (now - before) * towards;
    if (now !== before) moves = true;
  }
  return moves;
}

export function push({ places, values }: Row, by: Float64Array, weights: Float64Array): void {
  const many = by.length;
  for (let at = 0; at < places.length; at += 1) {
    const from = (places[at] ?? 0) * many;
    const value = values[at] ?? 0;
    for (let label = 0; label < many; label += 1) {
      weights[from + label] = (weights[from + label] ?? 0) + value * (by[label] ?? 0);
    }
  }
}

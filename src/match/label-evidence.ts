import { hopefulLabels } from './hopeful-labels.ts';
import { shareOdds } from './label-chance.ts';
import { type JudgedLabels, placeInRow, ROW_LENGTH } from './label-evidence-row.ts';
import { typeTrait } from './label-lessons.ts';
import { type NameFeatures, namedIn, nameFeatures, rarestNamed } from './label-names.ts';
import { labelNeighbours } from './label-neighbours.ts';
import type { LabelView } from './label-view.ts';
import { type Votes, vote } from './label-votes.ts';
import { scoreWords } from './label-words.ts';
import { THREAD_TYPES, type TypeModel, typeOfLabel } from './thread-type.ts';
import { type ToldFeature, toldFeatures } from './told-features.ts';

/** What labels are judged by. */
export interface LabelSources {
  types: TypeModel;
  knownName(label: number): KnownName;
  /** How much a thread counts at a time, 1 for a new one. */
  freshness(id: string, at: number): number;
}

/** What a label's name alone tells. */
export interface KnownName {
  features: NameFeatures;
  /** Index of the type that it stands for; -1: none. */
  type: number;
}

export function knownName(name: string): KnownName {
  const type = typeOfLabel(name);
  return {
    features: nameFeatures(name),
    type: type === null ? -1 : THREAD_TYPES.indexOf(type),
  };
}

export interface JudgedThread extends JudgedLabels {
  told: readonly ToldFeature[];
  /** How far it is of each type. */
  types: readonly number[];
}

/** A thread of which the labels are asked for. */
export interface AskedThread {
  hashes: ReadonlySet<number>;
  /** The moment of the question. */
  at: number;
  /** null for one that is not known. */
  id: string | null;
}

/** How many threads' worth the prior share weighs beside votes. */
const LEAN = { lately: 1, nearby: 1, nearbyLately: 0.3 };
/** Where a label without a line would lie: on the other side. */
const NO_LINE = -1;
const NO_MARGINS = new Float64Array();
const NONE = -1;

/** Evidence for each label in use that tells what threads are about. */
export function labelEvidence(sources: LabelSources, view: LabelView, asked: AskedThread): JudgedThread {
  const heard = hear(sources, view, asked);
  const labels = hopefulLabels(view, heard.words, heard.nearby);
  const rows = new Float64Array(labels.length * ROW_LENGTH);
  const row = rowWriter(sources, view, { ...asked, ...heard }, rows);
  for (let at = 0; at < labels.length; at += 1) row(labels[at] ?? 0, at * ROW_LENGTH);
  return { labels, rows, told: heard.told, types: heard.types };
}

/** What speaks for any label, each by label if not said otherwise. */
interface Heard {
  told: readonly ToldFeature[];
  nearby: Votes;
  nearbyLately: Votes;
  words: Float64Array;
  mostWords: number;
  /** Line by line. */
  margins: Float64Array;
  farthest: number;
  /** By type. */
  types: readonly number[];
}

function hear({ types, freshness }: LabelSources, view: LabelView, { hashes, at, id }: AskedThread): Heard {
  // Of a thread that came back from a snapshot features are in another order; sums must not depend on that.
  const list = Int32Array.from([...hashes]).sort();
  const told = toldFeatures(view, list);
  const near = labelNeighbours(view, told, id);
  const fresh = near.map(({ slot, weight, id: known }) => ({ slot, weight: weight * freshness(known, at) }));
  const words = scoreWords(view, told);
  const typeScores = types(list);
  const margins = view.lines?.margins({ hashes: list, traits: typeScores.map(typeTrait) }) ?? NO_MARGINS;
  return {
    told,
    nearby: vote(view.counts, near),
    nearbyLately: vote(view.counts, fresh),
    words,
    mostWords: words.reduce((most, score) => Math.max(most, score), 0),
    margins,
    farthest: margins.length === 0 ? NO_LINE : margins.reduce((most, margin) => Math.max(most, margin)),
    types: typeScores,
  };
}

/** Fills the row that starts at a place of `rows`. */
function rowWriter(
  { knownName: nameOf }: LabelSources,
  view: LabelView,
  { hashes, types, words, mostWords, nearby, nearbyLately, margins, farthest }: AskedThread & Heard,
  rows: Float64Array,
): (label: number, from: number) => void {
  const rarity = (hash: number) => Math.log((view.threads + 1) / (view.frequency(hash) + 1));
  const odds = ({ votes, total }: Votes, label: number, prior: number, lean: number) =>
    shareOdds(votes[label] ?? 0, total, prior, lean);

  return (label, from) => {
    const { features, type } = nameOf(label);
    const prior = (view.threadsWith(label) + 0.5) / (view.threads + 1);
    const line = view.lines?.place(label) ?? NONE;
    const margin = line === NONE ? NO_LINE : (margins[line] ?? NO_LINE);
    const named = namedIn(hashes, features);
    rows[from + placeInRow.bias] = 1;
    rows[from + placeInRow.everywhere] = shareOdds(0, 0, prior, 1);
    rows[from + placeInRow.lately] = odds(view.lately, label, prior, LEAN.lately);
    rows[from + placeInRow.nearby] = odds(nearby, label, prior, LEAN.nearby);
    rows[from + placeInRow.nearbyLately] = odds(nearbyLately, label, prior, LEAN.nearbyLately);
    rows[from + placeInRow.words] = words[label] ?? 0;
    rows[from + placeInRow.wordsBehind] = (words[label] ?? 0) - mostWords;
    rows[from + placeInRow.hasLine] = line === NONE ? 0 : 1;
    rows[from + placeInRow.margin] = margin;
    rows[from + placeInRow.marginBehind] = margin - farthest;
    rows[from + placeInRow.inTitle] = named.inTitle;
    rows[from + placeInRow.anywhere] = named.anywhere;
    rows[from + placeInRow.whole] = named.whole;
    rows[from + placeInRow.rarest] = named.anywhere === 0 ? 0 : rarestNamed(hashes, features, rarity);
    rows[from + placeInRow.type] = types[type] ?? 0;
  };
}

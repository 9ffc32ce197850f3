import { shareOdds } from './label-chance.ts';
import { typeTrait } from './label-lessons.ts';
import { type NameFeatures, namedIn, nameFeatures, rarestNamed } from './label-names.ts';
import { labelNeighbours } from './label-neighbours.ts';
import type { LabelView } from './label-view.ts';
import { similar, type Votes, vote } from './label-votes.ts';
import { scoreWords } from './label-words.ts';
import { isProcessLabel } from './process-labels.ts';
import { THREAD_TYPES, type TypeModel, typeOfLabel } from './thread-type.ts';

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
  process: boolean;
}

export function knownName(name: string): KnownName {
  const type = typeOfLabel(name);
  return {
    features: nameFeatures(name),
    type: type === null ? -1 : THREAD_TYPES.indexOf(type),
    process: isProcessLabel(name),
  };
}

/** What is known of one label for one thread: each a share of threads as log-odds, or evidence in words. */
export interface LabelEvidence {
  /** Of all threads. */
  everywhere: number;
  /** Of the latest threads. */
  lately: number;
  /** Of the threads most like this one. */
  nearby: number;
  /** The same, recent ones counting more. */
  nearbyLately: number;
  /** What the words say, and how far behind the label for which they say most. */
  words: number;
  wordsBehind: number;
  /** Whether there is a line for the label; how far on its side the thread lies, and how far behind the farthest label. */
  hasLine: number;
  margin: number;
  marginBehind: number;
  /** How far the text names the label. */
  inTitle: number;
  anywhere: number;
  whole: number;
  /** Log of how many times as many threads there are as have the rarest word of the name that the text has; 0: it has none. */
  rarest: number;
  /** How far the text is of the type that the label's name stands for; 0 where it stands for none. */
  type: number;
}

/** A thread of which the labels are asked for. */
export interface AskedThread {
  hashes: ReadonlySet<number>;
  /** The moment of the question. */
  at: number;
  /** null for one that is not known. */
  id: string | null;
}

export interface JudgedLabel {
  label: number;
  evidence: LabelEvidence;
}

/** How many threads' worth the prior share weighs beside votes. */
const LEAN = { lately: 1, nearby: 1, nearbyLately: 0.3 };
/** Where a label without a line would lie: on the other side. */
const NO_LINE = -1;
/** Of labels for which nothing but words speaks, so many are judged. */
const MOST_JUDGED = 80;

/** Evidence for each label in use that tells what threads are about. */
export function labelEvidence(sources: LabelSources, view: LabelView, { hashes, at, id }: AskedThread): JudgedLabel[] {
  const { counts, threads } = view;
  const lately = vote(
    counts,
    view.lately.map((known) => [known, 1]),
  );
  // Of a thread that came back from a snapshot features are in another order; sums must not depend on that.
  const list = [...hashes].sort((a, b) => a - b);
  const near = labelNeighbours(view, list, id);
  const nearby = vote(counts, similar(near));
  const nearbyLately = vote(
    counts,
    similar(near).map(([known, weight]) => [known, weight * sources.freshness(known, at)]),
  );
  const words = scoreWords(view, list);
  const mostWords = words.reduce((most, score) => Math.max(most, score), 0);
  const typeScores = sources.types(list);
  const margins = view.lines?.margins({ hashes: list, traits: typeScores.map(typeTrait) });
  const farthest = margins === undefined ? NO_LINE : Math.max(...margins.values());
  const rarity = (hash: number) => Math.log((threads + 1) / (view.frequency(hash) + 1));
  const judged: JudgedLabel[] = [];
  const hopeful = hopefulLabels(
    sources,
    view,
    words,
    (label) => (nearby.votes[label] ?? 0) > 0 || margins?.has(label) === true,
  );
  for (const label of hopeful) {
    const { features, type } = sources.knownName(label);
    const prior = (view.threadsWith(label) + 0.5) / (threads + 1);
    const odds = ({ votes, total }: Votes, lean: number) => shareOdds(votes[label] ?? 0, total, prior, lean);
    const score = words[label] ?? 0;
    const margin = margins?.get(label) ?? NO_LINE;
    judged.push({
      label,
      evidence: {
        everywhere: shareOdds(0, 0, prior, 1),
        lately: odds(lately, LEAN.lately),
        nearby: odds(nearby, LEAN.nearby),
        nearbyLately: odds(nearbyLately, LEAN.nearbyLately),
        words: score,
        wordsBehind: score - mostWords,
        hasLine: margins?.has(label) ? 1 : 0,
        margin,
        marginBehind: margin - farthest,
        ...namedIn(hashes, features),
        rarest: rarestNamed(hashes, features, rarity),
        type: typeScores[type] ?? 0,
      },
    });
  }
  return judged;
}

/** Labels in use for which anything speaks; where there are many, most have next to no chance and cost time. */
function hopefulLabels(
  { knownName: nameOf }: LabelSources,
  view: LabelView,
  words: Float64Array,
  hasMore: (label: number) => boolean,
): number[] {
  const used: number[] = [];
  for (let label = 0; label < words.length; label += 1) {
    if (view.threadsWith(label) > 0 && !nameOf(label).process) used.push(label);
  }
  if (used.length <= MOST_JUDGED) return used;
  const least =
    Float64Array.from(used, (label) => words[label] ?? 0)
      .sort()
      .at(-1 - MOST_JUDGED) ?? 0;
  return used.filter((label) => (words[label] ?? 0) > least || hasMore(label));
}

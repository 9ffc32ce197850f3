import type { Scored } from './best-list.ts';
import { type LabelEvidence, shareOdds } from './label-chance.ts';
import type { LabelCounts } from './label-counts.ts';
import { type LabelLessons, typeTraits } from './label-lessons.ts';
import { type NameFeatures, namedIn, nameFeatures } from './label-names.ts';
import { scoreWords } from './label-words.ts';
import { isProcessLabel } from './process-labels.ts';
import { THREAD_TYPES, type TypeModel, typeOfLabel } from './thread-type.ts';

/** What labels are judged by. */
export interface LabelSources {
  counts: LabelCounts;
  lessons: LabelLessons;
  types: TypeModel;
  knownName(label: number): KnownName;
  /** Ids of the latest threads. */
  lately(): readonly string[];
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

interface Votes {
  /** By label. */
  votes: Float64Array;
  total: number;
}

/** Evidence for each label in use that tells what threads are about. */
export function labelEvidence(
  sources: LabelSources,
  hashes: ReadonlySet<number>,
  { near, at }: { near: readonly Scored[]; at: number },
): JudgedLabel[] {
  const { counts, types } = sources;
  const threads = counts.postings.count();
  const lately = vote(
    counts,
    sources.lately().map((id) => [id, 1]),
  );
  const nearby = vote(counts, similar(near));
  const nearbyLately = vote(
    counts,
    similar(near).map(([id, weight]) => [id, weight * sources.freshness(id, at)]),
  );
  const words = scoreWords(counts, hashes);
  const mostWords = words.reduce((most, score) => Math.max(most, score), 0);
  const typeScores = types(hashes);
  const list = [...hashes];
  const margins = sources.lessons.lines()?.margins({ hashes: list, traits: typeTraits(types, list) });
  const farthest = margins === undefined ? NO_LINE : Math.max(...margins.values());
  const judged: JudgedLabel[] = [];
  const hopeful = hopefulLabels(
    sources,
    words,
    (label) => (nearby.votes[label] ?? 0) > 0 || margins?.has(label) === true,
  );
  for (const label of hopeful) {
    const { features, type } = sources.knownName(label);
    const prior = (counts.threadsWith(label) + 0.5) / (threads + 1);
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
        type: typeScores[type] ?? 0,
      },
    });
  }
  return judged;
}

/** Labels in use for which anything speaks; where there are many, most have next to no chance and cost time. */
function hopefulLabels(
  { counts, knownName: nameOf }: LabelSources,
  words: Float64Array,
  hasMore: (label: number) => boolean,
): number[] {
  const used = Array.from(words.keys()).filter((label) => counts.threadsWith(label) > 0 && !nameOf(label).process);
  if (used.length <= MOST_JUDGED) return used;
  const least = used.map((label) => words[label] ?? 0).toSorted((a, b) => b - a)[MOST_JUDGED] ?? 0;
  return used.filter((label) => (words[label] ?? 0) > least || hasMore(label));
}

/** A near-duplicate says more than several threads that share a common word. */
function similar(near: readonly Scored[]): [id: string, weight: number][] {
  const best = near[0]?.score ?? 1;
  return near.map(({ id, score }) => [id, (score / best) ** 2]);
}

/** Votes by label of threads that weigh so much, and the sum of the weights. */
function vote(counts: LabelCounts, threads: Iterable<readonly [id: string, weight: number]>): Votes {
  const votes = new Float64Array(counts.labels());
  let total = 0;
  for (const [id, weight] of threads) {
    total += weight;
    for (const label of counts.labelsOf(id)) votes[label] = (votes[label] ?? 0) + weight;
  }
  return { votes, total };
}

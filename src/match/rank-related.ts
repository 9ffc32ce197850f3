import type { RelatedReason } from '../domain/reason.ts';
import type { Task } from '../domain/task.ts';
import type { Column } from './feature-columns.ts';
import { isQuestion } from './is-question.ts';
import type { NearContent } from './nearest-vectors.ts';
import { type RelatedCandidate, type RelatedFeature, relatedFeatures } from './related-features.ts';
import { documentWeights, type RelatedWeights, threadWeights } from './related-weights.ts';
import type { StoredThread } from './thread-store.ts';

/** What is known of how threads ended. */
export interface KnownBesides {
  find(thread: string): Pick<StoredThread, 'title' | 'outcome'> | null;
  /** The thread that it turned out to be a duplicate of in the end; itself where it is none. */
  root(thread: string): string;
  /** What text models take for alike, nearest first. */
  near: readonly NearContent[];
}

export interface FoundCandidate extends RelatedCandidate {
  id: string;
  kind: 'thread' | 'document';
}

export interface RelatedRank {
  id: string;
  kind: 'thread' | 'document';
  /** The chance that it is what is looked for. */
  score: number;
  reasons: RelatedReason[];
  /** The thread whose words were found, which may be a duplicate of this one. */
  foundBy: string;
}

/** What words alone do not tell, in log odds; set by hand, since no open history says how its threads ended. */
const NOT_PLANNED = -1.5;
const DUPLICATE_OF_UNKNOWN = -0.7;
const ANSWERED = 0.7;
/** Of the nearest; less for those less near. Scales of models differ, so only what is between the nearest and the last counts. */
const NEAREST = 2;
const CLOSE = 0.5;

/** Candidates by the chance that each is what is looked for; a duplicate hands its place to what it duplicates. */
export function rankRelated(
  task: Task,
  candidates: readonly FoundCandidate[],
  rarity: (hash: number) => number,
  known: KnownBesides,
): RelatedRank[] {
  const features = relatedFeatures(task, candidates, rarity);
  const asks = isQuestion(task);
  const closeness = closenessOf(known.near);
  const ranked = new Map<string, RelatedRank>();
  candidates.forEach(({ id: foundBy, kind }, at) => {
    const root = kind === 'thread' ? known.root(foundBy) : foundBy;
    const id = known.find(root) === null ? foundBy : root;
    if (kind === 'thread' && id === task.id) return;
    const odds = logOdds(kind === 'thread' ? threadWeights : documentWeights, features, at);
    const close = closeness(kind, foundBy);
    const ending = kind === 'thread' ? endingOdds(id, asks, known) : 0;
    const score = 1 / (1 + Math.exp(-odds - ending - NEAREST * close));
    const key = kind + id;
    ranked.set(
      key,
      better(
        { id, kind, score, reasons: [...duplicateReasons(id, foundBy), ...meaningReasons(close)], foundBy },
        ranked.get(key),
      ),
    );
  });
  return [...ranked.values()].toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function logOdds({ base, weights }: RelatedWeights, features: Record<RelatedFeature, Column>, at: number): number {
  let sum = base;
  for (const feature of Object.keys(weights) as RelatedFeature[]) {
    sum += (weights[feature] ?? 0) * (features[feature][at] ?? 0);
  }
  return sum;
}

/** What nobody wanted to do is no answer; what was answered is the better one to a question. */
function endingOdds(thread: string, asks: boolean, known: KnownBesides): number {
  const outcome = known.find(thread)?.outcome;
  if (outcome === 'not-planned') return NOT_PLANNED;
  if (outcome === 'duplicate') return DUPLICATE_OF_UNKNOWN;
  return asks && outcome === 'answered' ? ANSWERED : 0;
}

/** Of the ways to one thread the likeliest counts; every duplicate found on the way is told. */
function better(one: RelatedRank, other: RelatedRank | undefined): RelatedRank {
  if (other === undefined) return one;
  const best = other.score >= one.score ? other : one;
  const threads = [...other.reasons, ...one.reasons].flatMap((reason) =>
    reason.kind === 'has-duplicates' ? reason.threads : [],
  );
  const others = best.reasons.filter(({ kind }) => kind !== 'has-duplicates');
  return { ...best, reasons: threads.length > 0 ? [{ kind: 'has-duplicates', threads }, ...others] : others };
}

function duplicateReasons(id: string, foundBy: string): RelatedReason[] {
  return id === foundBy ? [] : [{ kind: 'has-duplicates', threads: [foundBy] }];
}

/** 1 for the nearest, 0 for the last of those that are near and for all others. */
function closenessOf(near: readonly NearContent[]): (kind: string, id: string) => number {
  const [nearest, last] = [near[0]?.cosine ?? 0, near.at(-1)?.cosine ?? 0];
  const byKey = new Map(near.map(({ kind, id, cosine }) => [`${kind} ${id}`, cosine]));
  return (kind, id) => {
    const cosine = byKey.get(`${kind} ${id}`);
    if (cosine === undefined) return 0;
    return nearest > last ? (cosine - last) / (nearest - last) : 1;
  };
}

function meaningReasons(closeness: number): RelatedReason[] {
  return closeness >= CLOSE ? [{ kind: 'close-in-meaning' }] : [];
}

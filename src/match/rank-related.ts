import type { RelatedReason } from '../domain/reason.ts';
import type { Task } from '../domain/task.ts';
import type { Column } from './feature-columns.ts';
import { isQuestion } from './is-question.ts';
import { type RelatedCandidate, type RelatedFeature, relatedFeatures } from './related-features.ts';
import { documentWeights, type RelatedWeights, threadWeights } from './related-weights.ts';
import type { StoredThread } from './thread-store.ts';

/** What is known of how threads ended. */
export interface KnownEndings {
  find(thread: string): Pick<StoredThread, 'title' | 'outcome'> | null;
  /** The thread that it turned out to be a duplicate of in the end; itself where it is none. */
  root(thread: string): string;
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

/** Candidates by the chance that each is what is looked for; a duplicate hands its place to what it duplicates. */
export function rankRelated(
  task: Task,
  candidates: readonly FoundCandidate[],
  rarity: (hash: number) => number,
  endings: KnownEndings,
): RelatedRank[] {
  const features = relatedFeatures(task, candidates, rarity);
  const asks = isQuestion(task);
  const ranked = new Map<string, RelatedRank>();
  candidates.forEach(({ id: foundBy, kind }, at) => {
    const root = kind === 'thread' ? endings.root(foundBy) : foundBy;
    const id = endings.find(root) === null ? foundBy : root;
    if (kind === 'thread' && id === task.id) return;
    const odds = logOdds(kind === 'thread' ? threadWeights : documentWeights, features, at);
    const score = 1 / (1 + Math.exp(-odds - (kind === 'thread' ? endingOdds(id, asks, endings) : 0)));
    const key = kind + id;
    ranked.set(key, better({ id, kind, score, reasons: duplicateReasons(id, foundBy), foundBy }, ranked.get(key)));
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
function endingOdds(thread: string, asks: boolean, endings: KnownEndings): number {
  const outcome = endings.find(thread)?.outcome;
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
  return { ...best, reasons: threads.length > 0 ? [{ kind: 'has-duplicates', threads }] : [] };
}

function duplicateReasons(id: string, foundBy: string): RelatedReason[] {
  return id === foundBy ? [] : [{ kind: 'has-duplicates', threads: [foundBy] }];
}

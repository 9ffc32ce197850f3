import { fitsAny } from '../config/label-pattern.ts';
import type { RankedContent, RankedLabel, RelatedItem, Suggestion } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import { alreadyNamed } from '../match/already-named.ts';
import type { NearContent } from '../match/nearest-vectors.ts';
import type { RepositoryModel } from '../match/repository-model.ts';
import { type OwnersAround, suggestAssignees, suggestReviewers } from './suggest-people.ts';
import { isSureEnough } from './sure-enough.ts';
import type { ThreadReading } from './thread-reading.ts';
import { wantsAnswer } from './wants-answer.ts';

/** What a suggestion may draw on besides the model. */
export interface Surroundings extends OwnersAround {
  /** Labels that exist. */
  labels: string[];
  /** What text models take for alike; empty where there are none. */
  near: NearContent[];
  /** Labels that a text model takes to fit; empty where there is none, or where threads teach more. */
  named: RankedLabel[];
  /** Where the thread is. */
  repository: { owner: string; repo: string };
}

/** What to say of the thread as it stands: nothing that is already so, nothing below the wanted precision. */
export function suggest(reading: ThreadReading, model: RepositoryModel, around: Surroundings): Suggestion {
  const task = taskOf(reading);
  return {
    labels: suggestLabels(reading, task, model, around),
    // Nobody is assigned to a question: they could answer it.
    assignees:
      reading.fact.type === 'issue' || wantsAnswer(reading.fact) ? suggestAssignees(reading, task, model, around) : [],
    reviewers: reading.fact.type === 'pull' ? suggestReviewers(reading, task, model, around) : [],
    related: suggestRelated(task, model, around),
  };
}

export function taskOf({ fact, files }: ThreadReading): Task {
  return {
    type: fact.type,
    id: fact.id,
    author: fact.author,
    title: fact.title,
    body: fact.body,
    files,
    labels: fact.labels,
    participants: fact.participants,
  };
}

/** Labels to ask the model for before the rules and the cut. */
const CANDIDATES = 20;

function suggestLabels(
  { fact }: ThreadReading,
  task: Task,
  model: RepositoryModel,
  { config, labels, named, refused, now }: Surroundings,
): RankedLabel[] {
  const { enabled, allow, deny, max, minPrecision } = config.labels;
  const unwanted = new Set(
    [...(fact.unlabelled ?? []), ...refused.filter(({ kind }) => kind === 'label').map(({ subject }) => subject)].map(
      (name) => name.toLowerCase(),
    ),
  );
  if (!enabled || task.labels.length > 0) return [];
  const existing = new Map(labels.map((name) => [name.toLowerCase(), name]));
  return [...model.labels(task, { at: now.toISOString(), k: CANDIDATES, labels }), ...named]
    .toSorted((a, b) => b.probability - a.probability)
    .filter((label) => isSureEnough(label, minPrecision))
    .flatMap((label) => ({ ...label, name: existing.get(label.name.toLowerCase()) ?? '' }))
    .filter(({ name }) => name !== '' && !unwanted.has(name.toLowerCase()))
    .filter(({ name }) => fitsAny(name, allow) && !fitsAny(name, deny))
    .slice(0, max);
}

/** Of the best one's chance: what is far less likely is noise beside it. */
const RELATED_SHARE = 0.25;
/** Less than this is said of nothing. */
const RELATED_CHANCE = 0.02;

/** Words in common; an identifier counts for two, since one of them may say it all, and so do a duplicate and a like meaning. */
function shared({ reasons }: RankedContent): number {
  return reasons.reduce((sum, reason) => {
    if (!('terms' in reason)) return sum + 2;
    return sum + (reason.kind === 'shares-code' ? 2 : 1) * reason.terms.length;
  }, 0);
}

/** In place of those that the thread names itself. */
const SPARE = 5;

function suggestRelated(task: Task, model: RepositoryModel, around: Surroundings): RelatedItem[] {
  const { config, now, near, repository } = around;
  if (!config.related.enabled) return [];
  const ranked = model.related(task, { at: now.toISOString(), k: config.related.max + SPARE, near });
  const isNamed = alreadyNamed(task, repository);
  const enough = Math.max(RELATED_CHANCE, RELATED_SHARE * (ranked[0]?.score ?? 0));
  return ranked
    .filter((one) => one.score >= enough && shared(one) > 1)
    .flatMap((one) => {
      const content = model.content(one.id);
      return content === null ? [] : [{ ...one, ...content }];
    })
    .filter((item) => !isNamed(item))
    .slice(0, config.related.max);
}

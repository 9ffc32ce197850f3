import { fitsAny } from '../config/label-pattern.ts';
import type { RepositoryConfig } from '../config/repository-config.ts';
import type { ThreadFact } from '../domain/fact.ts';
import type { RankedContent, RankedLabel, RankedPerson, RelatedItem, Suggestion } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import { parseCodeowners } from '../match/codeowners.ts';
import { eligiblePeople } from '../match/eligible.ts';
import type { AskOptions, RepositoryModel } from '../match/repository-model.ts';
import type { ThreadReading } from './ports.ts';

/** What a suggestion may draw on besides the model. */
export interface Surroundings {
  config: RepositoryConfig;
  codeowners: string;
  /** Labels that exist. */
  labels: string[];
  /** Logins with the needed access. */
  assignable: ReadonlySet<string>;
  now: Date;
}

/** What to say of the thread as it stands: nothing that is already so, nothing below the wanted precision. */
export function suggest(reading: ThreadReading, model: RepositoryModel, around: Surroundings): Suggestion {
  const task = taskOf(reading);
  return {
    labels: suggestLabels(task, model, around),
    assignees: reading.fact.type === 'issue' ? suggestAssignees(reading, task, model, around) : [],
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

/** Candidates to ask the model for before the rules and the cut. */
const CANDIDATES = 20;

function suggestLabels(task: Task, model: RepositoryModel, { config, labels, now }: Surroundings): RankedLabel[] {
  const { enabled, allow, deny, max, minPrecision } = config.labels;
  if (!enabled || task.labels.length > 0) return [];
  const existing = new Map(labels.map((name) => [name.toLowerCase(), name]));
  return model
    .labels(task, { at: now.toISOString(), k: CANDIDATES })
    .filter(({ probability }) => probability >= minPrecision)
    .flatMap((label) => ({ ...label, name: existing.get(label.name.toLowerCase()) ?? '' }))
    .filter(({ name }) => name !== '' && fitsAny(name, allow) && !fitsAny(name, deny))
    .slice(0, max);
}

function suggestAssignees(
  { fact }: ThreadReading,
  task: Task,
  model: RepositoryModel,
  around: Surroundings,
): RankedPerson[] {
  const rules = around.config.assignees;
  if (!rules.enabled || fact.assignees.length > 0) return [];
  const people = model.assignees(task, peopleOptions(fact, [], model, around, rules));
  return people.filter(({ probability }) => probability >= rules.minPrecision).slice(0, rules.max);
}

function suggestReviewers(
  { fact, reviewers }: ThreadReading,
  task: Task,
  model: RepositoryModel,
  around: Surroundings,
): RankedPerson[] {
  const rules = around.config.reviewers;
  if (!rules.enabled || reviewers.length > 0) return [];
  const people = model.reviewers(task, peopleOptions(fact, fact.assignees, model, around, rules));
  return people.filter(({ probability }) => probability >= rules.minPrecision).slice(0, rules.max);
}

function peopleOptions(
  fact: ThreadFact,
  alreadyIn: string[],
  model: RepositoryModel,
  { config, codeowners, assignable, now }: Surroundings,
  { allow, deny }: { allow: string[]; deny: string[] },
): AskOptions {
  const at = now.toISOString();
  const listed = eligiblePeople({
    author: fact.author,
    excluded: [...config.people.exclude, ...deny, ...alreadyIn],
    away: config.people.away,
    allow,
    assignable,
  });
  const allowed = (login: string) =>
    listed(login) &&
    model.openLoad(login) < config.people.capacity &&
    model.idleMs(login, at) <= config.people.inactiveAfter;
  return { at, k: CANDIDATES, allowed, codeowners: parseCodeowners(codeowners) };
}

/** Of the best one's score: what is far less alike is noise beside it. */
const RELATED_SHARE = 0.4;

/** Words in common; an identifier counts for two, since one of them may say it all. */
function shared({ reasons }: RankedContent): number {
  return reasons.reduce((sum, { kind, terms }) => sum + (kind === 'shares-code' ? 2 : 1) * terms.length, 0);
}

function suggestRelated(task: Task, model: RepositoryModel, { config, now }: Surroundings): RelatedItem[] {
  if (!config.related.enabled) return [];
  const ranked = model.related(task, { at: now.toISOString(), k: config.related.max });
  const enough = RELATED_SHARE * (ranked[0]?.score ?? 0);
  return ranked
    .filter((one) => one.score >= enough && shared(one) > 1)
    .flatMap((one) => {
      const content = model.content(one.id);
      return content === null ? [] : [{ ...one, ...content }];
    });
}

import type { RankedPerson } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import { type Codeowners, parseCodeowners } from '../match/codeowners.ts';
import { type OwnerNames, personalOwners, standIns, withTeams } from '../match/personal-owners.ts';
import type { AskOptions, RepositoryModel } from '../match/repository-model.ts';
import { sweepOf, writtenFiles } from '../match/sweeping.ts';
import { type PeopleAround, whoMay } from './people-rules.ts';
import { fallbackReviewers } from './sweep-fallback.ts';
import type { ThreadReading } from './thread-reading.ts';

export interface OwnersAround extends PeopleAround, OwnerNames {
  codeowners: string;
  /** Who may write, as an owner must; null where GitHub does not say. */
  writers: ReadonlySet<string> | null;
}

/** People to ask the model for before the cut. */
const CANDIDATES = 20;
const ALL = 1_000;

export function suggestAssignees(
  reading: ThreadReading,
  task: Task,
  model: RepositoryModel,
  around: OwnersAround,
): RankedPerson[] {
  const rules = around.config.assignees;
  if (!rules.enabled || reading.fact.assignees.length > 0) return [];
  const allowed = whoMay(reading, model, around, rules);
  const people = model.assignees(task, { ...optionsOf(around), allowed });
  return people.filter(({ probability }) => probability >= rules.minPrecision).slice(0, rules.max);
}

export function suggestReviewers(
  reading: ThreadReading,
  task: Task,
  model: RepositoryModel,
  around: OwnersAround,
): RankedPerson[] {
  const rules = around.config.reviewers;
  if (!rules.enabled || reading.reviewers.length > 0) return [];
  const allowed = whoMay(reading, model, around, rules);
  const paths = task.files.map(({ path }) => path);
  const sweep = sweepOf(paths, rules.sweepingDirectories);
  if (sweep !== null) return fallbackReviewers(sweep, task, model, { ...around, allowed }).slice(0, rules.max);

  const written = { ...task, files: writtenFiles(task.files) };
  const people = reviewersWithOwners(written, model, around, allowed);
  return people.filter(({ probability }) => probability >= rules.minPrecision).slice(0, rules.max);
}

/** Asks twice where teams own the files: first who stands for each team, then who reviews. */
function reviewersWithOwners(
  task: Task,
  model: RepositoryModel,
  around: OwnersAround,
  allowed: (login: string) => boolean,
): RankedPerson[] {
  const { config, teams, addresses, codeowners } = around;
  const options = { ...optionsOf(around), allowed, spreadKnowledge: config.reviewers.spreadKnowledge };
  const rules = parseCodeowners(codeowners);
  const mayOwn = ownersWho(around.writers);
  const chosen = standInsOf(task, model, { ...options, codeowners: personalOwners(rules, around, mayOwn) }, teams);
  const people = model.reviewers(task, {
    ...options,
    codeowners: personalOwners(rules, { teams: chosen, addresses }, mayOwn),
  });
  return withTeams(people, decisiveRules(task, rules), chosen);
}

function standInsOf(
  task: Task,
  model: RepositoryModel,
  options: AskOptions & { allowed: (login: string) => boolean },
  teams: OwnerNames['teams'],
): Map<string, string[]> {
  if (teams.size === 0) return new Map();
  const members = new Set([...teams.values()].flat().map((login) => login.toLowerCase()));
  const allowed = (login: string) => members.has(login.toLowerCase()) && options.allowed(login);
  const ranked = model.reviewers(task, { ...options, k: ALL, allowed, spreadKnowledge: false, shareLoad: false });
  return standIns(teams, ranked, model.openLoad);
}

function decisiveRules({ files }: Task, codeowners: Codeowners) {
  return files.flatMap(({ path }) => codeowners(path) ?? []);
}

/** GitHub asks no owner who may not write. */
function ownersWho(writers: ReadonlySet<string> | null): (login: string) => boolean {
  if (writers === null) return () => true;
  const folded = new Set([...writers].map((login) => login.toLowerCase()));
  return (login) => folded.has(login.toLowerCase());
}

function optionsOf({ config, now }: PeopleAround): AskOptions {
  return {
    at: now.toISOString(),
    k: CANDIDATES,
    shareLoad: true,
    inactiveAfterMs: config.people.inactiveAfter,
  };
}

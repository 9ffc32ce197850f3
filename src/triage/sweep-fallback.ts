import type { PersonReason } from '../domain/reason.ts';
import type { RankedPerson } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import { everythingRule } from '../match/codeowners.ts';
import type { OwnerNames } from '../match/personal-owners.ts';
import type { RepositoryModel } from '../match/repository-model.ts';
import type { Sweep } from '../match/sweeping.ts';
import type { PeopleAround } from './people-rules.ts';

interface FallbackAround extends PeopleAround, OwnerNames {
  codeowners: string;
  allowed: (login: string) => boolean;
}

type As = Extract<PersonReason, { kind: 'sweeping' }>['as'];

/**
 * Whom a change without experts goes to: those that the configuration names, else who owns everything, else who reviews
 * most. How likely they are does not count here, or the change would go to nobody.
 */
export function fallbackReviewers(
  sweep: Sweep,
  task: Task,
  model: RepositoryModel,
  around: FallbackAround,
): RankedPerson[] {
  const named = around.config.reviewers.fallback;
  const owners = everythingRule(around.codeowners)?.owners ?? [];
  const stages: [As, () => RankedPerson[]][] = [
    ['fallback', () => oneOfEach(groupsOf(named, around), task, model, around)],
    ['owns-everything', () => oneOfEach(groupsOf(owners, around), task, model, around)],
    ['reviews-most', () => mostReviewing(task, model, around)],
  ];
  for (const [as, people] of stages) {
    const found = people();
    if (found.length > 0) return found.map((person) => ({ ...person, reasons: reasonsOf(person, sweep, as) }));
  }
  return [];
}

function reasonsOf({ reasons }: RankedPerson, sweep: Sweep, as: As): PersonReason[] {
  return [{ kind: 'sweeping', ...sweep, as }, ...reasons];
}

/** A person is a group of one, a team one of its members. */
function groupsOf(names: readonly string[], { teams, addresses }: OwnerNames): string[][] {
  return names.map((written) => {
    const name = written.toLowerCase();
    const address = addresses.get(name);
    if (address !== undefined) return [address];
    const plain = name.replace(/^@/, '');
    if (plain.includes('/')) return [...(teams.get(plain) ?? [])];
    return plain.includes('@') ? [] : [written.replace(/^@/, '')];
  });
}

const ALL = 1_000;

/** Of each group the best who may be suggested, people of whom nothing is known last. */
function oneOfEach(
  groups: string[][],
  task: Task,
  model: RepositoryModel,
  { allowed, now }: FallbackAround,
): RankedPerson[] {
  const able = [...new Map(groups.flat().map((login) => [login.toLowerCase(), login]))].filter(([, it]) => allowed(it));
  const names = new Map(able);
  const ranked = model.reviewers(
    { ...task, files: [] },
    { at: now.toISOString(), k: ALL, allowed: (login) => names.has(login.toLowerCase()), shareLoad: true },
  );
  for (const { login } of ranked) names.delete(login.toLowerCase());
  const unknown = [...names.values()].map((login) => ({ login, score: 0, probability: 0, reasons: [] }));
  const all = [...ranked, ...unknown];
  const chosen = new Set(groups.map((group) => all.find(({ login }) => includes(group, login))));
  return all.filter((person) => chosen.has(person));
}

function includes(group: string[], login: string): boolean {
  return group.some((member) => member.toLowerCase() === login.toLowerCase());
}

const LOOKED_AT = 50;

function mostReviewing(task: Task, model: RepositoryModel, { allowed, now }: FallbackAround): RankedPerson[] {
  const at = now.toISOString();
  return model
    .reviewers({ ...task, files: [] }, { at, k: LOOKED_AT, allowed })
    .map((person) => ({ person, reviews: model.reviewsLately(person.login, at) }))
    .filter(({ reviews }) => reviews > 0)
    .toSorted((a, b) => b.reviews - a.reviews)
    .map(({ person }) => person);
}

import type { Absence } from '../config/absence.ts';
import type { RepositoryConfig } from '../config/repository-config.ts';
import type { ItemName } from '../domain/suggested-item.ts';
import { type PeopleRules, whyNever } from '../match/eligible.ts';
import type { RepositoryModel } from '../match/repository-model.ts';
import type { PersonSettings } from './store-port.ts';
import type { ThreadReading } from './thread-reading.ts';

export interface PeopleAround {
  config: RepositoryConfig;
  /** What people have set for themselves, by login in lower case. */
  people: ReadonlyMap<string, PersonSettings>;
  /** Logins with the needed access. */
  assignable: ReadonlySet<string>;
  /** What was said of the thread or applied to it, and people did not want. */
  refused: readonly ItemName[];
  now: Date;
}

/** Who may be suggested for a thread, by everything that the repository and the people themselves have said. */
export function whoMay(
  reading: ThreadReading,
  model: RepositoryModel,
  around: PeopleAround,
  { allow, deny }: { allow: string[]; deny: string[] },
): (login: string) => boolean {
  const never = whyNever({ ...peopleRules(reading, model, around), allow, deny });
  return (login) => never(login) === null;
}

export function peopleRules(reading: ThreadReading, model: RepositoryModel, around: PeopleAround): PeopleRules {
  const { config, people, assignable, refused, now } = around;
  const at = now.toISOString();
  const set = [...people];
  const ageMs = model.ageMs(at);
  return {
    author: reading.fact.author,
    excluded: config.people.exclude,
    away: [
      ...config.people.away.filter((absence) => isAway(absence, now)).map(({ login }) => login),
      ...set.filter(([, { awayUntil }]) => awayUntil !== null && new Date(awayUntil) > now).map(([login]) => login),
    ],
    optedOut: set.filter(([, { optedOut }]) => optedOut).map(([login]) => login),
    declined: [...reading.declined, ...refused.filter(({ kind }) => kind !== 'label').map(({ subject }) => subject)],
    participants: alreadyThere(reading, config),
    // To answer a question nobody needs more access than to read it.
    ...(reading.fact.type !== 'discussion' && { assignable }),
    isFull: (login) => model.openLoad(login) >= (people.get(login.toLowerCase())?.capacity ?? config.people.capacity),
    isInactive: (login) => Math.min(ageMs, model.idleMs(login, at)) > config.people.inactiveAfter,
  };
}

const DAY_MS = 86_400_000;

/** The last day of an absence belongs to it. */
function isAway({ until }: Absence, now: Date): boolean {
  return until === null || now.getTime() < Date.parse(until) + DAY_MS;
}

/** A live mention makes a participant of whom it names: where people are mentioned, only who has a part in the work counts. */
function alreadyThere({ fact, reviewers }: ThreadReading, { mention }: RepositoryConfig): string[] {
  return [...fact.assignees, ...reviewers, ...(mention ? [] : fact.participants)];
}

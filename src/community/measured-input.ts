import type { RepositoryConfig } from '../config/repository-config.ts';
import type { DocumentFact, PersonFact, ThreadFact } from '../domain/fact.ts';
import { createBots } from '../match/bots.ts';
import type { KnownWork } from '../match/known-work.ts';

/** All that the parts of a repository are measured from; `work.at` is the only clock. */
export interface MeasuredInput {
  work: KnownWork;
  /** The latest of each thread, as are documents and persons. */
  threads: readonly ThreadFact[];
  documents: readonly DocumentFact[];
  persons: readonly PersonFact[];
  config: RepositoryConfig;
  /** What people of the owner have set for themselves, by login in lower case; who has set nothing is absent. */
  settings: ReadonlyMap<string, OwnSettings>;
  /** Whose name no part may hold: who opted out or was forgotten, is excluded by the configuration, or is a bot. */
  leftOut(login: string): boolean;
}

export interface OwnSettings {
  /** ISO 8601 UTC; null: not away. */
  awayUntil: string | null;
  /** Open issues and pulls they want at most; null: what the repository says. */
  capacity: number | null;
  optedOut: boolean;
  /** Nothing is learnt of them. */
  forgotten?: boolean;
}

/** What parts are measured from, of everything that is known. */
export function measuredInput({ settings, config, persons, ...known }: Omit<MeasuredInput, 'leftOut'>): MeasuredInput {
  const bots = createBots();
  for (const person of persons) bots.learn(person);
  const excluded = new Set(config.people.exclude.map((login) => login.toLowerCase()));
  return {
    ...{ settings, config, persons, ...known },
    leftOut(login) {
      const person = login.toLowerCase();
      const own = settings.get(person);
      return own?.optedOut === true || own?.forgotten === true || excluded.has(person) || bots.has(login);
    },
  };
}

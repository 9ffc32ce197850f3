import type { RepositoryConfig } from '../config/repository-config.ts';
import type { DocumentFact, PersonFact, ThreadFact } from '../domain/fact.ts';
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

import type { Measured, PartName } from '../community/measured-parts.ts';
import type { Acceptance } from '../domain/acceptance.ts';
import type { ThreadType } from '../domain/fact.ts';
import type { Suggestion } from '../domain/suggestion.ts';

/** What the dashboard needs to know. A question that cannot be answered now rejects; the page then says so in its place. */
export interface DashboardData {
  /** Latest first. */
  recentSuggestions(limit: number): Promise<ShownSuggestion[]>;
  /** Of one repository, latest first. */
  suggestionsOf(repository: RepositoryName, limit: number): Promise<ShownSuggestion[]>;
  repositories(): Promise<ShownRepository[]>;
  /** What became of the repository's suggestions: each kind, then each label. */
  acceptanceOf(repository: RepositoryName): Promise<Acceptance[]>;
  /** Has what is new of the history read soon; false where no such repository is known. */
  learnNow(repository: RepositoryName): Promise<boolean>;
  queueCounts(): Promise<LaneCounts[]>;
  /** What was last measured of a part of the repository; null where it was not yet. */
  measured<Name extends PartName>(repository: RepositoryName, part: Name): Promise<Measured<Name> | null>;
}

export interface RepositoryName {
  owner: string;
  repo: string;
}

export interface ShownSuggestion extends RepositoryName {
  type: ThreadType;
  number: number;
  /** suggest, shadow or auto. */
  mode: string;
  /** What became of the comment: created, updated, unchanged, removed, none, shadow, waiting or dismissed. */
  comment: string;
  suggestion: Suggestion;
  /** From the start of the thread to the end of triage; null where it was not measured. */
  latencyMs: number | null;
  /** ISO 8601 UTC. */
  savedAt: string;
}

export interface ShownRepository extends RepositoryName {
  /** How many facts of each kind. */
  facts: Record<string, number>;
  /** ISO 8601 UTC; null before the first fact. */
  learntAt: string | null;
  learning: LearningState;
}

export interface LearningState {
  state: 'never' | 'running' | 'failed' | 'learnt';
  /** 0..100 while learning; null where the end is not known. */
  percent: number | null;
  /** Of what is being read now; null where that cannot be told. */
  minutesLeft: number | null;
  /** ISO 8601 UTC while reading stands still to leave GitHub's limit to live work; else null. */
  pausedUntil: string | null;
}

export interface LaneCounts {
  lane: string;
  /** null: this lane cannot be asked now, which is not the same as empty. */
  counts: { waiting: number; active: number; delayed: number; failed: number } | null;
}

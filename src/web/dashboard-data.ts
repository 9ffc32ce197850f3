import type { AllPartners } from '../community/all-partners.ts';
import type { Digest } from '../community/digest.ts';
import type { Measured, PartName } from '../community/measured-parts.ts';
import type { ConfigProblem } from '../config/repository-config.ts';
import type { SettingInForce } from '../config/settings-in-force.ts';
import type { VariableInForce } from '../config/variables-in-force.ts';
import type { Acceptance } from '../domain/acceptance.ts';
import type { DigestOutcome, DigestPlace } from '../domain/digest-place.ts';
import type { ThreadType } from '../domain/fact.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import type { Scope } from './viewer.ts';

/** What the dashboard needs to know. A question that cannot be answered now rejects; the page then says so in its place. */
export interface DashboardData {
  /** Latest first, of repositories in the scope. */
  recentSuggestions(limit: number, scope?: Scope): Promise<ShownSuggestion[]>;
  /** Of one repository, latest first. */
  suggestionsOf(repository: RepositoryName, limit: number): Promise<ShownSuggestion[]>;
  repositories(scope?: Scope): Promise<ShownRepository[]>;
  /** What became of the repository's suggestions: each kind, then each label. */
  acceptanceOf(repository: RepositoryName): Promise<Acceptance[]>;
  /** Has what is new of the history read soon; false where no such repository is known. */
  learnNow(repository: RepositoryName): Promise<boolean>;
  /** Has its history rehearsed soon; false where no such repository is known. */
  rehearseNow(repository: RepositoryName): Promise<boolean>;
  queueCounts(): Promise<LaneCounts[]>;
  /** Such as are not finished; of each lane and state at most so many. */
  jobs(limit: number): Promise<ShownJob[]>;
  /** Has a failed job run again; false where it is not there, or not failed. */
  retryJob(lane: string, id: string): Promise<boolean>;
  /** What `.github/commscore.yml` and its defaults say, and what is wrong with a newer file. */
  settingsOf(repository: RepositoryName): Promise<ShownSettings>;
  /** Of the process. */
  variables(): VariableInForce[];
  /** What became of suggestions in all repositories of the scope together, by kind. */
  acceptanceOverall(scope?: Scope): Promise<Acceptance[]>;
  /** What was told of the last weeks or months. */
  digestsOf(repository: RepositoryName): Promise<ShownDigests>;
  /** What was last measured of a part of the repository; null where it was not yet. */
  measured<Name extends PartName>(repository: RepositoryName, part: Name): Promise<Measured<Name> | null>;
  /** Of these repositories together. */
  partners(repositories: readonly RepositoryName[]): Promise<AllPartners>;
}

export interface ShownDigests {
  /** null: the configuration was not looked at yet. */
  place: DigestPlace | null;
  /** The latest first. */
  digests: ShownDigest[];
}

export interface ShownDigest {
  digest: Digest;
  /** null: not written yet. */
  outcome: DigestOutcome | null;
  /** ISO 8601 UTC. */
  madeAt: string;
}

export interface ShownSettings {
  settings: SettingInForce[];
  problems: ConfigProblem[];
}

export interface ShownJob {
  lane: string;
  id: string;
  state: 'waiting' | 'active' | 'delayed' | 'failed';
  kind: string;
  /** `owner/repo`; null where the job is about none. */
  repository: string | null;
  /** Times it was begun. */
  attempts: number;
  /** ISO 8601 UTC. */
  addedAt: string;
  /** null where it is not delayed. */
  nextAt: string | null;
  /** Why it failed last; null: it has not. */
  error: string | null;
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
  /** ISO 8601 UTC; null before it was measured. */
  measuredAt: string | null;
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

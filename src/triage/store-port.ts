import type { Fact } from '../domain/fact.ts';
import type { ItemName, SaidItem, SettledCounts, SettledItem, SuggestedItem } from '../domain/suggested-item.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import type { RepositoryRef, ThreadRef } from '../domain/thread-ref.ts';
import type { CommentChange } from './github-port.ts';
import type { HistoryCursor } from './history-reading.ts';

export interface Store {
  addFacts(ref: RepositoryRef, facts: Fact[], known: 'keep' | 'replace'): Promise<void>;
  /** Leaves a tombstone, so that models that learnt the fact learn of its removal. */
  removeFact(ref: RepositoryRef, kind: Fact['kind'], id: string): Promise<void>;
  /** Facts learnt or removed after `seq`, in that order. */
  factsAfter(ref: RepositoryRef, seq: number, limit: number): Promise<StoredFact[]>;
  /** One fact as it was last learnt; null where it is not there, or not any more. */
  readFact(ref: RepositoryRef, kind: Fact['kind'], id: string): Promise<Fact | null>;
  saveSnapshot(ref: RepositoryRef, seq: number, bytes: Uint8Array): Promise<void>;
  readSnapshot(ref: RepositoryRef): Promise<{ seq: number; bytes: Uint8Array } | null>;
  readHistoryCursor(ref: RepositoryRef): Promise<HistoryCursor | null>;
  saveHistoryCursor(ref: RepositoryRef, cursor: HistoryCursor): Promise<void>;
  readLearning(ref: RepositoryRef): Promise<Learning>;
  saveLearning(ref: RepositoryRef, learning: Learning): Promise<void>;
  /** When the repository was first heard of; hears of it now if never before. */
  repositorySince(ref: RepositoryRef): Promise<Date>;
  /** The thread was read as it stood at that time of GitHub's. */
  recordReading(ref: ThreadRef, updatedAt: string): Promise<void>;
  /** What became of the thread's comment when it was last triaged; null when it never was. */
  readOutcome(ref: ThreadRef): Promise<CommentOutcome | null>;
  /** What people of the owner have set for themselves, by login in lower case; who has set nothing is absent. */
  readPeople(owner: string): Promise<ReadonlyMap<string, PersonSettings>>;
  /** What is said of a thread, item by item. */
  recordItems(ref: ThreadRef, items: SaidItem[], at: string): Promise<void>;
  /** Put on the thread by the app; `by`: who commanded it, null in auto mode. */
  recordApplied(ref: ThreadRef, items: ItemName[], applied: { by: string | null; at: string }): Promise<void>;
  /** Everything that was ever said of the thread or applied to it, with what became of it. */
  readItems(ref: ThreadRef): Promise<SuggestedItem[]>;
  /** Items that were taken back before anybody acted on them are as if they had never been said. */
  withdrawItems(ref: ThreadRef, items: ItemName[]): Promise<void>;
  /** GitHub holds them in its own suggestion fields. */
  recordNative(ref: ThreadRef, items: ItemName[]): Promise<void>;
  settleItems(ref: ThreadRef, settled: SettledItem[]): Promise<void>;
  /** What nobody did anything about since `before` becomes ignored, or, applied by the app, accepted. */
  settleOverdue(ref: RepositoryRef, times: { before: string; at: string }): Promise<SettledItem[]>;
  /** What became of the repository's suggestions since a time. */
  acceptance(ref: RepositoryRef, since: string): Promise<SettledCounts[]>;
  /** Everything learnt and said of the thread goes; `forGood`: it is never learnt again. False where nothing was known. */
  removeThread(ref: ThreadRef, options: { forGood: boolean }): Promise<boolean>;
  /** The latest suggestion of a thread replaces the one before. */
  saveSuggestion(ref: ThreadRef, record: SuggestionRecord): Promise<void>;
  /** Facts, snapshots, suggestions, cursor: everything of the repository. */
  forgetRepository(ref: { owner: string; repo: string }): Promise<void>;
  /** Whether this job was finished in the last 30 days. */
  wasDone(jobId: string): Promise<boolean>;
  recordDone(jobId: string): Promise<void>;
}

/** What a person has set for all repositories of an owner. */
export interface PersonSettings {
  /** ISO 8601 UTC; null: not away. */
  awayUntil: string | null;
  /** Open issues and pulls they want at most; null: what the repository says. */
  capacity: number | null;
  optedOut: boolean;
  /** Nothing is learnt of them. */
  forgotten?: boolean;
}

/** How reading the history stands; after `failed` what is known so far is used. */
export type Learning = 'never' | 'running' | 'failed' | 'learnt';

export interface StoredFact {
  seq: number;
  kind: Fact['kind'];
  id: string;
  /** null: removed. */
  fact: Fact | null;
}

/**
 * `waiting`: a draft, looked at again when it is ready. `dismissed`: a human deleted the comment.
 * By command: `ignored`: never spoken of again; `asked`: to be spoken of now, whatever was before.
 */
export type CommentOutcome = CommentChange | 'shadow' | 'waiting' | 'dismissed' | 'ignored' | 'asked';

export interface SuggestionRecord {
  mode: 'suggest' | 'shadow' | 'auto';
  suggestion: Suggestion;
  comment: CommentOutcome;
  /** From the start of the thread to now, for its first answer; null for later ones. */
  latencyMs: number | null;
}

import type { CheckReport } from '../comment/render-config-check.ts';
import type { ConfigProposal } from '../config/config-proposal.ts';
import type { ConfigReading } from '../config/repository-config.ts';
import type { ChangeFact, DocumentFact, Fact, FileChange, ThreadFact, ThreadType } from '../domain/fact.ts';
import type { FeedReading, FeedState, FeedValidators } from '../domain/feed.ts';
import type { ItemName, SaidItem, SettledCounts, SettledItem, SuggestedItem } from '../domain/suggested-item.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import type { RepositoryName, RepositoryRef, ThreadRef } from '../domain/thread-ref.ts';
import type { Job } from './job.ts';

/** What triage needs of the world, and nothing more. */

export interface GitHub {
  /** The thread as it stands now; null when it is gone, transferred or out of reach. */
  readThread(ref: ThreadRef): Promise<ThreadReading | null>;
  /** `.github/commscore.yml` over the owner's; the last good one with the error when the newest is bad. */
  readConfig(ref: RepositoryRef): Promise<ConfigReading>;
  /** The same with the repository's file as it stands at a commit. */
  readProposedConfig(ref: RepositoryRef, head: string): Promise<ConfigProposal>;
  /** Writes a check run on the head of the pull, one for each head, or one more where that is asked for again. */
  checkConfig(ref: ThreadRef, check: ConfigCheck): Promise<CheckChange>;
  /** Text of CODEOWNERS, '' where there is none. */
  readCodeowners(ref: RepositoryRef): Promise<string>;
  /** Names of the labels that exist. */
  readLabels(ref: RepositoryRef): Promise<string[]>;
  /** Logins that may be assigned or asked for review. */
  readAssignable(ref: RepositoryRef): Promise<Set<string>>;
  /** Logins of a team's members (`team` as `org/name`), those of teams below it included; null where GitHub does not say. */
  readTeam(ref: RepositoryRef, team: string): Promise<string[] | null>;
  /** Logins of people who may write; null where GitHub does not say. */
  readWriters(ref: RepositoryRef): Promise<ReadonlySet<string> | null>;
  /** Logins of those of the addresses that are known, by address in lower case. */
  readAddresses(ref: RepositoryRef, addresses: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Adds, never removes or replaces; gives what of it then stands on the thread, for GitHub does not take everything. */
  apply(ref: ThreadRef, additions: Additions): Promise<Added>;
  /** Puts them into GitHub's own suggestion fields (preview); gives those that it took. */
  suggestNatively(ref: ThreadRef, fields: NativeFields): Promise<ItemName[]>;
  /** Creates, edits, leaves alone or (body null) removes the one own comment, known by marker and author; without `create` one that is not there is left so. */
  upsertComment(ref: ThreadRef, body: string | null, options?: UpsertOptions): Promise<CommentChange>;
  /** History of the repository as facts in batches, of threads the latest first; `since` is what the last batch of last time said. */
  readHistory(ref: RepositoryRef, since: HistoryCursor | null): AsyncIterable<HistoryBatch>;
  /** Every repository that the app is installed on. */
  installedRepositories(): AsyncIterable<RepositoryRef>;
  /** What was read of the repository, or (`repo` null) of all that the owner has, may have changed: it is read anew. */
  forgetCached(ref: { owner: string; repo: string | null }): void;
  /** What is kept of the repository on this machine goes on under its new name. */
  moveRepository(from: RepositoryName, to: RepositoryName): Promise<void>;
  /** Deletes what is kept of the repository on this machine. */
  forgetRepository(ref: { owner: string; repo: string }): Promise<void>;
}

export interface ConfigCheck {
  head: string;
  /** The same job writes one. */
  jobId: string;
  again: boolean;
  report: CheckReport;
}

/** `not-permitted`: the owner has not granted it yet, told once in a while; `still-not-permitted`: it was told. */
export type CheckChange = 'created' | 'unchanged' | 'not-permitted' | 'still-not-permitted';

export interface Additions {
  labels: string[];
  assignees: string[];
  reviewers: string[];
}

export interface Added extends Additions {
  /** The app may not add these. */
  refused: (keyof Additions)[];
}

export interface UpsertOptions {
  create?: boolean;
  /** Of the reading that `body` was made from: then nothing is looked up before the write. */
  standing?: StandingComments | undefined;
}

/** Comments that may be the app's own, as they stood when the thread was read. */
export interface StandingComments {
  threadId: string;
  comments: { id: string; body: string; author: string | null; authorIsBot: boolean }[];
  /** Whether all comments of the thread were looked through. */
  complete: boolean;
}

export interface NativeFields {
  labels: NativeSuggestion[];
  assignees: NativeSuggestion[];
}

export interface NativeSuggestion {
  name: string;
  /** Plain text, at most 280 characters. */
  rationale: string;
  confidence: 'low' | 'medium' | 'high';
}

export type CommentChange = 'created' | 'updated' | 'unchanged' | 'removed' | 'none';

export interface ThreadReading {
  fact: ThreadFact;
  /** What it changed; of a pull that is merged. */
  change?: ChangeFact;
  locked: boolean;
  draft: boolean;
  authorIsBot: boolean;
  /** Changed files of a pull request, at most the first 300. */
  files: FileChange[];
  /** Commit that a pull stands at; absent where the source does not tell. */
  head?: string;
  /** Asked for review or having reviewed. */
  reviewers: string[];
  /** Un-assigned or with the review request removed, and not asked again by a human since. */
  declined: string[];
  /** What humans said on it, in no order; absent where the source does not tell. For this moment only, never to be kept. */
  said?: { at: string; text: string }[];
  /** When GitHub says that it was updated; absent where the source does not tell. */
  updatedAt?: string;
  /** Absent where the source does not tell. */
  standing?: StandingComments | undefined;
  /** What stands on the thread and was last put there by a bot; absent where the source does not tell. */
  byBots?: { labels: string[]; people: string[] };
}

/** Where reading stopped, so that the next run reads only what is new. */
export interface HistoryCursor {
  /** Commit of the default branch up to which git was read; null before the first. */
  commit: string | null;
  threads: Record<ThreadType, ThreadCursor>;
}

/** How far the threads of one type are read. */
export interface ThreadCursor {
  /** Everything that was updated before this time is read; null: nothing is. */
  updatedAt: string | null;
  /** A reading that was cut off on its way back to there. */
  unfinished: { newest: string; after: string; given: number } | null;
}

export interface HistoryBatch {
  facts: Fact[];
  /** `keep`: facts already known win (git knows less of a change than its pull request). */
  known: 'keep' | 'replace';
  /** Present when everything up to here is read. */
  cursor: HistoryCursor | null;
  /** For progress: what is being read, how many facts so far, and of how many where known. */
  progress: { what: 'commits' | 'threads' | 'documents'; done: number; total: number | null };
}

export interface Feeds {
  /** What a feed says now, asked with care; where it cannot be read that is told, not thrown. */
  read(url: string, known: FeedValidators): Promise<FeedReading>;
}

export interface FeedStore extends Pick<Store, 'addFacts' | 'removeFact'> {
  readFeeds(ref: RepositoryRef): Promise<FeedState[]>;
  saveFeed(ref: RepositoryRef, state: FeedState): Promise<void>;
  removeFeed(ref: RepositoryRef, url: string): Promise<void>;
  repositoriesWithFeeds(): Promise<RepositoryRef[]>;
  /** Every repository of the owner that is known. */
  repositoriesOf(owner: string): Promise<RepositoryRef[]>;
}

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

export interface Queue {
  /** Resolves when the job is durable. One job a key waits or is delayed; one more may be added while one runs, the latest wins. */
  add(job: Job, options: { key: string; delayMs: number }): Promise<void>;
}

/** The only source of time in use cases. */
export type Clock = () => Date;

export interface Log {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}

/** Text models behind an endpoint: what they are asked about leaves this process. Nothing here throws. */
export interface TextModelProvider {
  /** Vectors of models with different names cannot be compared. */
  embeddingModel: string;
  /** For the texts of this repository. */
  of(ref: RepositoryRef): TextModels;
}

export interface TextModels {
  /** Names what is sent of a text: the same for texts that get the same vector. */
  hashOf(text: string): string;
  /** One for each text, in their order. */
  embed(texts: string[]): Promise<Embedding[]>;
  /** How well each label fits the text, best first; of more than 50 the first count. null: no answer now. */
  classify(text: string, labels: string[]): Promise<ScoredLabel[] | null>;
  /** What the classification model says with labels of its own, such as a sentiment. null: no answer now. */
  rate(text: string): Promise<ScoredLabel[] | null>;
}

/** A vector of length 1, or none now; `refused`: this text never gets one. */
export type Embedding = { vector: Float32Array } | { vector: null; refused: boolean };

export interface ScoredLabel {
  label: string;
  /** 0..1 */
  score: number;
}

/** Vectors of threads and documents, kept and removed with them. */
export interface VectorStore {
  /** Those whose vector is missing or was made from what they were before; the latest learnt first. */
  factsWithoutVector(
    ref: RepositoryRef,
    model: string,
    limit: number,
  ): Promise<{ seq: number; fact: ThreadFact | DocumentFact }[]>;
  /** null: the fact gets none as long as it stays the same. */
  saveVectors(
    ref: RepositoryRef,
    model: string,
    vectors: { seq: number; hash: string; vector: Float32Array | null }[],
  ): Promise<void>;
  /** Those saved after `after`, in that order; `unpackVector` makes them comparable. */
  readVectors(ref: RepositoryRef, model: string, range: { after: number; limit: number }): Promise<StoredVector[]>;
}

export interface StoredVector {
  /** Grows with each vector that is saved. */
  seq: number;
  kind: 'thread' | 'document';
  id: string;
  vector: Int8Array;
}

import type { CheckReport } from '../comment/render-config-check.ts';
import type { ConfigProposal } from '../config/config-proposal.ts';
import type { ConfigReading } from '../config/repository-config.ts';
import type { ItemName } from '../domain/suggested-item.ts';
import type { RepositoryName, RepositoryRef, ThreadRef } from '../domain/thread-ref.ts';
import type { HistoryBatch, HistoryCursor } from './history-reading.ts';
import type { StandingComments, ThreadReading } from './thread-reading.ts';

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

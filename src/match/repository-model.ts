import type { Fact, ThreadOutcome, ThreadType } from '../domain/fact.ts';
import type { RankedContent, RankedLabel, RankedPerson } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import type { Codeowners } from './codeowners.ts';

/** What a question may draw on besides the facts. */
export interface AskOptions {
  /** ISO 8601; the only clock. */
  at: string;
  /** How many answers at most. */
  k: number;
  /** Who may be suggested; absent: everybody who is no bot. */
  allowed?: (login: string) => boolean;
  codeowners?: Codeowners;
}

/** All that has been learnt from one repository: a function of the set of facts, the latest of each id. */
export interface RepositoryModel {
  /** The same kind and id again replaces; an identical fact changes nothing. */
  learn(fact: Fact): void;
  /** As if the fact had never been learnt. `id` is what `factId` says of it. */
  remove(kind: Fact['kind'], id: string): void;
  reviewers(task: Task, options: AskOptions): RankedPerson[];
  assignees(task: Task, options: AskOptions): RankedPerson[];
  labels(task: Task, options: AskOptions): RankedLabel[];
  related(task: Task, options: AskOptions): RankedContent[];
  /** What `related` names, as it is shown; null where it is not known. */
  content(id: string): ThreadSummary | DocumentSummary | null;
  size(): ModelSize;
  snapshot(): Uint8Array;
}

export interface ThreadSummary {
  kind: 'thread';
  id: string;
  type: ThreadType;
  title: string;
  state: 'open' | 'closed';
  outcome: ThreadOutcome | null;
}

export interface DocumentSummary {
  kind: 'document';
  id: string;
  title: string;
  url: string;
}

export interface ModelSize {
  changes: number;
  threads: number;
  documents: number;
  people: number;
}

import type { ThreadType } from '../domain/fact.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';

/** What is needed to find out that something was missed. */

export interface WatchGitHub {
  /** Deliveries of the app's webhooks since a time whose latest attempt failed; null where GitHub does not tell of them. */
  failedDeliveries(since: string): Promise<DeliveriesRead | null>;
  /** False where GitHub does not deliver it again. */
  redeliver(id: number): Promise<boolean>;
  /** Threads that were updated at or after a time, read out of the budget of the history; null where the app may not. */
  readUpdatedThreads(ref: RepositoryRef, since: string): Promise<UpdatedThread[] | null>;
}

export interface DeliveriesRead {
  /** The oldest first; `guid` is the same for each attempt. */
  failed: { id: number; guid: string; deliveredAt: string }[];
  /** Of the latest attempt, whatever became of it. */
  newest: string | null;
  /** Whether all of them since then were looked through. */
  complete: boolean;
}

export interface UpdatedThread {
  type: ThreadType;
  number: number;
  createdAt: string;
  updatedAt: string;
  open: boolean;
  authorIsBot: boolean;
}

export interface WatchStore {
  readRedelivery(): Promise<Redelivery>;
  saveRedelivery(redelivery: Redelivery): Promise<void>;
  /** Every repository that is known, but for those of suspended installations. */
  repositoriesToSweep(): Promise<RepositoryRef[]>;
  /** Everything that was updated before was looked at; null: no sweep was made yet. */
  sweptTo(ref: RepositoryRef): Promise<string | null>;
  saveSweptTo(ref: RepositoryRef, updatedAt: string): Promise<void>;
  /** How far the threads were read, by number; one that was never read is absent. */
  readThreadReadings(ref: RepositoryRef, numbers: number[]): Promise<ReadonlyMap<number, ThreadReadTo>>;
  /** Whether something was said or applied of which nobody knows yet what became of it. */
  hasOpenItems(ref: RepositoryRef): Promise<boolean>;
}

export interface ThreadReadTo {
  /** What was updated later may have been missed; null: it was said something of it, but not read since. */
  updatedAt: string | null;
  /** It was triaged, whatever was said of it. */
  triaged: boolean;
}

/** How far the app has looked through the deliveries that GitHub made. */
export interface Redelivery {
  lookedTo: string | null;
  /** How often each delivery that failed the last time was asked for again, by guid. */
  tries: Record<string, number>;
  /** Until then GitHub is not asked: it did not tell of its deliveries. */
  restUntil: string | null;
}

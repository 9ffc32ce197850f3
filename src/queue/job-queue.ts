/** Each lane has its own jobs and workers: what takes minutes never makes live triage wait. */
export const lanes = ['triage', 'background'] as const;

export type Lane = (typeof lanes)[number];

/** Finished, or to be run again because it is too early. */
export type Outcome = { done: true } | { done: false; againInMs: number };

export interface JobQueue<Job> {
  /**
   * Resolves when the job will survive a crash; rejects soon when it cannot be kept. Of one key at most one job waits
   * or is delayed, further ones are folded into it; while one runs the latest is kept and started after it.
   */
  add(job: Job, options: { key: string; delayMs: number }): Promise<void>;
  /**
   * From now on adds the job whenever the pattern says (cron, in UTC), as `add` does without a delay. Of one key there is
   * one schedule, the latest; times that passed while nobody worked are made up by one job.
   */
  schedule(job: Job, options: { key: string; pattern: string }): Promise<void>;
  /** Does nothing where there is no schedule. */
  unschedule(key: string): Promise<void>;
  /**
   * Starts running jobs, so many of a lane at a time. A job whose handler throws is tried again, less and less often,
   * and in the end kept as failed; one that throws an error with the name `UnrecoverableError` is not tried again.
   */
  work(handle: (job: Job) => Promise<Outcome>, concurrency: Record<Lane, number>): Promise<void>;
  counts(): Promise<Record<Lane, LaneCounts>>;
  /** What is not finished, of each lane and state at most so many: the newest of the failed, the next of the others. */
  jobs(limit: number): Promise<StandingJob<Job>[]>;
  /** Runs a failed job again, from its first attempt; false where it is not there, or has not failed. */
  retry(lane: Lane, id: string): Promise<boolean>;
  /** @throws where jobs could not be added now. */
  ping(): Promise<void>;
  /** Starts no further job and waits, within bounds, for those that run; what still runs then is given back. */
  close(): Promise<void>;
}

export interface StandingJob<Job> {
  lane: Lane;
  id: string;
  job: Job;
  state: keyof LaneCounts;
  /** Times it was begun. */
  attempts: number;
  /** Times are ms of the epoch. */
  addedAt: number;
  /** About when a delayed one is begun; null for the others. */
  nextAt: number | null;
  /** Why it failed last; null: it has not. */
  error: string | null;
}

export interface LaneCounts {
  waiting: number;
  delayed: number;
  active: number;
  /** For good; what is finished is not counted, since it is not kept. */
  failed: number;
}

export interface QueueLog {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}

/** The operator has to act: `message` names the cause and the remedy, and holds no password. */
export class QueueError extends Error {
  override name = 'QueueError';
}

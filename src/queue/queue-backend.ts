import type {
  JobSchedulerTemplateOptions,
  JobsOptions,
  KeepJobs,
  Processor,
  QueueOptions,
  WorkerOptions,
} from 'bullmq';

/** BullMQ on one of its stores: what differs between Redis and PostgreSQL, and nothing else. */
export interface QueueBackend {
  failedKept: KeepJobs;
  createQueue(name: string, options: Omit<QueueOptions, 'connection'>): LaneQueue;
  createScheduleQueue(name: string, options: Omit<QueueOptions, 'connection'>): ScheduleQueue;
  createWorker<Job>(name: string, run: Processor<Job, void>, options: Omit<WorkerOptions, 'connection'>): LaneWorker;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface LaneQueue {
  add(name: string, job: object, options: JobsOptions): Promise<unknown>;
  getJobCounts(...states: CountedState[]): Promise<{ [state: string]: number }>;
  /** Undefined for what went away in the meantime. */
  getJobs(states: CountedState[], start: number, end: number, asc: boolean): Promise<(KeptJob | undefined)[]>;
  getJob(id: string): Promise<KeptJob | undefined>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

export interface ScheduleQueue {
  getJobScheduler(id: string): Promise<{ pattern?: string; template?: { data?: unknown } } | undefined>;
  upsertJobScheduler(
    id: string,
    repeat: { pattern: string; tz: string },
    template: { name: string; data: object; opts: JobSchedulerTemplateOptions },
  ): Promise<unknown>;
  removeJobScheduler(id: string): Promise<boolean>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** As much of a job of the library's as is shown. */
export interface KeptJob {
  id?: string | undefined;
  name: string;
  data: unknown;
  attemptsMade: number;
  /** When it was added; times are ms of the epoch. */
  timestamp: number;
  /** From its last start, or from when it was added. */
  delay: number;
  processedOn?: number | undefined;
  failedReason?: string | undefined;
  isFailed(): Promise<boolean>;
  retry(state: 'failed', options?: { resetAttemptsMade?: boolean }): Promise<void>;
}

export type CountedState = 'waiting' | 'delayed' | 'active' | 'failed';

export interface LaneWorker {
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: FailedJob | undefined, error: Error) => void): unknown;
  on(event: 'stalled', listener: (jobId: string) => void): unknown;
  close(): Promise<void>;
}

interface FailedJob {
  name: string;
  deduplicationId?: string | undefined;
  attemptsMade: number;
  finishedOn?: number | undefined;
}

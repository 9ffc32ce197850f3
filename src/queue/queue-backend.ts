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

import type { Job } from './job.ts';

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

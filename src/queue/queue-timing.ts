export interface QueueTiming {
  /** How often a job is started at most, the first time included. */
  attempts: number;
  /** Before the second attempt; doubled before each further one, less up to a quarter by chance. */
  firstRetryMs: number;
  /** A job whose process died is started again after this and up to one more check. */
  lockMs: number;
  stalledCheckMs: number;
  /** How long closing waits for jobs that run. */
  closeMs: number;
  /** After this an add is given up: GitHub waits ten seconds for its answer. */
  addMs: number;
}

/** The attempts spread over 16 to 21 minutes, so that an outage of ten is survived; a crash is made good in 30 s. */
export const queueTiming: QueueTiming = {
  attempts: 9,
  firstRetryMs: 5000,
  lockMs: 20_000,
  stalledCheckMs: 10_000,
  closeMs: 25_000,
  addMs: 8000,
};

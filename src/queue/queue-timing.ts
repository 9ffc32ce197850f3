export interface QueueTiming {
  /** How often a job is started at most, the first time included. */
  attempts: number;
  /** Before the second attempt; doubled before each further one, up to the most, less up to a quarter by chance. */
  firstRetryMs: number;
  mostRetryMs: number;
  /** A job whose process died is started again after this and up to one more check. */
  lockMs: number;
  stalledCheckMs: number;
  /** How long closing waits for jobs that run. */
  closeMs: number;
  /** After this an add is given up: GitHub waits ten seconds for its answer. */
  addMs: number;
}

/** Attempts go on for hours, and no job waits long after an outage is over; a crash is made good in 30 s. */
export const queueTiming: QueueTiming = {
  attempts: 44,
  firstRetryMs: 5000,
  mostRetryMs: 10 * 60_000,
  lockMs: 20_000,
  stalledCheckMs: 10_000,
  closeMs: 25_000,
  addMs: 8000,
};

const JITTER = 0.25;

/** How long a job waits that failed so often; `chance`: 0 to 1. */
export function retryAfterMs(
  attemptsMade: number,
  chance: number,
  { firstRetryMs, mostRetryMs }: Pick<QueueTiming, 'firstRetryMs' | 'mostRetryMs'> = queueTiming,
): number {
  const longest = Math.min(mostRetryMs, firstRetryMs * 2 ** (attemptsMade - 1));
  return Math.ceil(longest * (1 - JITTER * chance));
}

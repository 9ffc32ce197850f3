import { randomUUID } from 'node:crypto';
import { DelayedError, type JobsOptions, type Processor } from 'bullmq';
import { type Lane, type LaneCounts, lanes, type Outcome, type QueueLog } from './job-queue.ts';
import type { LaneQueue, LaneWorker, QueueBackend } from './queue-backend.ts';
import { type QueueTiming, retryAfterMs } from './queue-timing.ts';
import { within } from './within.ts';

const EVENTS_KEPT = 100;
const STACK_LINES_KEPT = 10;
/** Only a job that brings down its process again and again is given up. */
const CRASHES_SURVIVED = 5;
const RECONNECT_MS = 2000;
/** Named after no strategy of the library's own, so that ours is asked. */
const BACKOFF = { type: 'doubled-up-to-the-most' };

export function createLaneQueue(backend: QueueBackend, lane: Lane): LaneQueue {
  return backend.createQueue(nameOf(lane), {
    streams: { events: { maxLen: EVENTS_KEPT } },
    defaultJobOptions: { removeOnFail: backend.failedKept },
  });
}

export async function addToLane(
  queue: LaneQueue,
  job: { kind: string },
  { key, delayMs }: { key: string; delayMs: number },
  timing: QueueTiming,
): Promise<void> {
  const options: JobsOptions = {
    jobId: randomUUID(),
    delay: Math.ceil(delayMs),
    deduplication: { id: key, keepLastIfActive: true },
    attempts: timing.attempts,
    backoff: BACKOFF,
    removeOnComplete: true,
    stackTraceLimit: STACK_LINES_KEPT,
  };
  await within(timing.addMs, queue.add(job.kind, job, options), 'the queue did not take the job in time');
}

export async function countLane(queue: LaneQueue): Promise<LaneCounts> {
  const {
    waiting = 0,
    delayed = 0,
    active = 0,
    failed = 0,
  } = await queue.getJobCounts('waiting', 'delayed', 'active', 'failed');
  return { waiting, delayed, active, failed };
}

export function createLaneWorker<Job>(
  backend: QueueBackend,
  lane: Lane,
  handle: (job: Job) => Promise<Outcome>,
  { concurrency, timing, log }: { concurrency: number; timing: QueueTiming; log: QueueLog },
): LaneWorker {
  const worker = backend.createWorker<Job>(nameOf(lane), processorOf(handle), {
    concurrency,
    lockDuration: timing.lockMs,
    stalledInterval: timing.stalledCheckMs,
    maxStalledCount: CRASHES_SURVIVED,
    runRetryDelay: RECONNECT_MS,
    settings: { backoffStrategy: (attemptsMade) => retryAfterMs(attemptsMade, Math.random(), timing) },
  });
  worker.on('failed', (job, error) => {
    const facts = { lane, job: job?.name, key: job?.deduplicationId, attempts: job?.attemptsMade, err: error };
    if (job?.finishedOn === undefined) log.warn(facts, 'job failed, it is tried again');
    else log.error(facts, 'job failed for good');
  });
  worker.on('stalled', (jobId) => log.warn({ lane, jobId }, 'job started again, its process had died'));
  return worker;
}

function processorOf<Job>(handle: (job: Job) => Promise<Outcome>): Processor<Job, void> {
  return async (job, token) => {
    const outcome = await handle(job.data);
    if (outcome.done) return;
    // PostgreSQL keeps whole milliseconds only.
    await job.moveToDelayed(Date.now() + Math.ceil(outcome.againInMs), token);
    throw new DelayedError();
  };
}

function nameOf(lane: Lane): string {
  return `commscore-${lane}`;
}

/** One value for each lane. */
export function perLane<Value>(toValue: (lane: Lane) => Value): Record<Lane, Value> {
  return Object.fromEntries(lanes.map((lane) => [lane, toValue(lane)])) as Record<Lane, Value>;
}

import { isDeepStrictEqual } from 'node:util';
import type { QueueLog } from './job-queue.ts';
import type { LaneWorker, QueueBackend, ScheduleQueue } from './queue-backend.ts';
import { type QueueTiming, retryAfterMs } from './queue-timing.ts';
import { within } from './within.ts';

/** What a schedule makes when its time has come: the job is added then, as if somebody had added it. */
export interface Tick<Job> {
  key: string;
  job: Job;
}

/** A queue of their own: what waits for next week is not counted with what waits for a worker. */
const NAME = 'commscore-schedules';
const EVENTS_KEPT = 100;
const RECONNECT_MS = 2000;
const BACKOFF = { type: 'doubled-up-to-the-most' };

export function createScheduleQueue(backend: QueueBackend): ScheduleQueue {
  return backend.createScheduleQueue(NAME, { streams: { events: { maxLen: EVENTS_KEPT } } });
}

/** One that is there just so is left alone: putting it anew would lose a time that passed while nobody worked. */
export async function putSchedule(
  queue: ScheduleQueue,
  tick: Tick<object>,
  pattern: string,
  { addMs, attempts }: QueueTiming,
): Promise<void> {
  await within(addMs, put(), 'the queue did not take the schedule in time');

  async function put(): Promise<void> {
    const there = await queue.getJobScheduler(tick.key);
    if (there?.pattern === pattern && isDeepStrictEqual(there.template?.data, tick)) return;
    const opts = { attempts, backoff: BACKOFF, removeOnComplete: true };
    await queue.upsertJobScheduler(tick.key, { pattern, tz: 'UTC' }, { name: 'tick', data: tick, opts });
  }
}

export async function removeSchedule(queue: ScheduleQueue, key: string, { addMs }: QueueTiming): Promise<void> {
  await within(addMs, queue.removeJobScheduler(key), 'the queue did not let go of the schedule in time');
}

export function createScheduleWorker<Job>(
  backend: QueueBackend,
  add: (tick: Tick<Job>) => Promise<void>,
  { timing, log }: { timing: QueueTiming; log: QueueLog },
): LaneWorker {
  const worker = backend.createWorker<Tick<Job>>(NAME, ({ data }) => add(data), {
    concurrency: 1,
    lockDuration: timing.lockMs,
    stalledInterval: timing.stalledCheckMs,
    runRetryDelay: RECONNECT_MS,
    settings: { backoffStrategy: (attemptsMade) => retryAfterMs(attemptsMade, Math.random(), timing) },
  });
  worker.on('failed', (job, error) => log.warn({ key: job?.name, err: error }, 'a scheduled job could not be added'));
  return worker;
}

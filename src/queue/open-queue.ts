import type { PgPool } from 'bullmq';
import { type JobQueue, type Lane, lanes, type Outcome, type QueueLog } from './job-queue.ts';
import { addToLane, countLane, createLaneQueue, createLaneWorker, perLane } from './lane.ts';
import { openPostgresBackend } from './postgres-backend.ts';
import type { LaneWorker } from './queue-backend.ts';
import { type QueueTiming, queueTiming } from './queue-timing.ts';
import { openRedisBackend } from './redis-backend.ts';
import { createScheduleQueue, createScheduleWorker, putSchedule, removeSchedule } from './schedules.ts';
import { seldom } from './seldom.ts';
import { retryFailed, standingJobs } from './standing-jobs.ts';
import { within } from './within.ts';

const OUTAGE_LOGGED_EVERY_MS = 30_000;
const GIVE_BACK_MS = 3000;

export interface QueueSettings<Job> {
  /** Where it is unset the jobs are kept in the database. */
  redisUrl?: string | undefined;
  pool: PgPool;
  laneOf: (job: Job) => Lane;
  log: QueueLog;
  timing?: QueueTiming;
}

/** @throws QueueError where the store of the jobs cannot be used. */
export async function openQueue<Job extends { kind: string }>(settings: QueueSettings<Job>): Promise<JobQueue<Job>> {
  const { redisUrl, pool, laneOf, log, timing = queueTiming } = settings;
  const backend =
    redisUrl === undefined ? await openPostgresBackend(pool, timing) : await openRedisBackend(redisUrl, log);
  const complain = seldom(OUTAGE_LOGGED_EVERY_MS, (error: Error) =>
    log.warn({ err: error }, 'queue not usable for now'),
  );
  const queues = perLane((lane) => createLaneQueue(backend, lane));
  const schedules = createScheduleQueue(backend);
  for (const queue of [...Object.values(queues), schedules]) queue.on('error', complain);
  const patience = createPatience();
  let workers: LaneWorker[] = [];

  const add: JobQueue<Job>['add'] = (job, options) => addToLane(queues[laneOf(job)], job, options, timing);

  return {
    add,
    schedule: (job, { key, pattern }) => putSchedule(schedules, { key, job }, pattern, timing),
    unschedule: (key) => removeSchedule(schedules, key, timing),
    async work(handle, concurrency) {
      const run = (job: Job) => Promise.race([handle(job), patience.over]);
      const started = perLane((lane) =>
        createLaneWorker(backend, lane, run, { concurrency: concurrency[lane], timing, log }),
      );
      const ticking = createScheduleWorker<Job>(backend, ({ key, job }) => add(job, { key, delayMs: 0 }), {
        timing,
        log,
      });
      workers = [...Object.values(started), ticking];
      for (const worker of workers) worker.on('error', complain);
      await Promise.all(workers.map((worker) => worker.waitUntilReady()));
    },
    async counts() {
      const [triage, background] = await Promise.all([countLane(queues.triage), countLane(queues.background)]);
      return { triage, background };
    },
    jobs: async (limit) =>
      (await Promise.all(lanes.map((lane) => standingJobs<Job>(queues[lane], lane, limit)))).flat(),
    retry: (lane, id) => retryFailed(queues[lane], id),
    ping: () => backend.ping(),
    async close() {
      await closeWorkers(workers, patience.end, timing.closeMs, log);
      await Promise.all([...Object.values(queues), schedules].map((queue) => queue.close()));
      await backend.close();
    },
  };
}

/** Jobs whose end is no longer waited for count as to be run again. */
function createPatience(): { over: Promise<Outcome>; end: () => void } {
  let end = () => {};
  const over = new Promise<Outcome>((resolve) => {
    end = () => resolve({ done: false, againInMs: 0 });
  });
  return { over, end };
}

async function closeWorkers(
  workers: LaneWorker[],
  giveBackJobs: () => void,
  limitMs: number,
  log: QueueLog,
): Promise<void> {
  const closed = Promise.all(workers.map((worker) => worker.close()));
  try {
    await within(limitMs, closed, 'jobs still run');
    return;
  } catch (error) {
    log.warn({ err: error }, 'closing the queue took too long, jobs that still run are given back');
  }
  giveBackJobs();
  try {
    await within(GIVE_BACK_MS, closed, 'jobs could not be given back');
  } catch (error) {
    log.warn({ err: error }, 'queue closed while jobs were running, they are started again when their time is over');
  }
}

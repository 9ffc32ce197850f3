import { createPostgresBackend, type PgPool, runMigrations, withBackend } from 'bullmq';
import { addTogether } from './add-together.ts';
import type { LaneQueue, QueueBackend } from './queue-backend.ts';
import { queueTiming } from './queue-timing.ts';

/** By age alone: workers that finish at once and keep so many each delete the same rows in any order, a deadlock. */
const FAILED_KEPT = { age: 30 * 86_400 };

const { Queue, Worker } = withBackend(createPostgresBackend);

/** The pool's connections must find the schema `bullmq` first in their search path; it is made here. */
export async function openPostgresBackend(pool: PgPool, { addMs } = queueTiming): Promise<QueueBackend> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  return {
    failedKept: FAILED_KEPT,
    createQueue: (name, options) => withAddsTogether(new Queue(name, { ...options, connection: pool }), addMs),
    createScheduleQueue: (name, options) => new Queue(name, { ...options, connection: pool }),
    createWorker: (name, run, options) => new Worker(name, run, { ...options, connection: pool }),
    async ping() {
      await pool.query('select 1');
    },
    async close() {},
  };
}

function withAddsTogether(queue: InstanceType<typeof Queue>, limitMs: number): LaneQueue {
  const add = addTogether((jobs) => queue.addBulk(jobs), limitMs);
  return {
    add: (name, data, opts) => add({ name, data, opts }),
    getJobCounts: (...states) => queue.getJobCounts(...states),
    getJobs: (states, start, end, asc) => queue.getJobs(states, start, end, asc),
    getJob: (id) => queue.getJob(id),
    on: (event, listener) => queue.on(event, listener),
    close: () => queue.close(),
  };
}

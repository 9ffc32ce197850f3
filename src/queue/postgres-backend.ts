import { createPostgresBackend, type PgPool, runMigrations, withBackend } from 'bullmq';
import type { QueueBackend } from './queue-backend.ts';

/** By age alone: workers that finish at once and keep so many each delete the same rows in any order, a deadlock. */
const FAILED_KEPT = { age: 30 * 86_400 };

const { Queue, Worker } = withBackend(createPostgresBackend);

/** The pool's connections must find the schema `bullmq` first in their search path; it is made here. */
export async function openPostgresBackend(pool: PgPool): Promise<QueueBackend> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  return {
    failedKept: FAILED_KEPT,
    createQueue: (name, options) => new Queue(name, { ...options, connection: pool }),
    createWorker: (name, run, options) => new Worker(name, run, { ...options, connection: pool }),
    async ping() {
      await pool.query('select 1');
    },
    async close() {},
  };
}

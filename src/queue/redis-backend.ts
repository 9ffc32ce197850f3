import { createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { QueueError, type QueueLog } from './job-queue.ts';
import type { QueueBackend } from './queue-backend.ts';

const { Queue, Worker } = withBackend(createRedisBackend);

const ANSWER_TIMEOUT_MS = 5000;
const FAILED_KEPT = { age: 30 * 86_400, count: 10_000 };

/** @throws QueueError where Redis cannot be reached. */
export async function openRedisBackend(url: string, log: QueueLog): Promise<QueueBackend> {
  // Whoever adds is told at once that Redis is gone; whoever works waits until it is back.
  const adding = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: ANSWER_TIMEOUT_MS,
    commandTimeout: ANSWER_TIMEOUT_MS,
  });
  adding.on('error', () => undefined);
  await connect(adding, url);
  await warnOfForgetfulness(adding, log);
  const working = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: null });
  working.on('error', () => undefined);
  return {
    failedKept: FAILED_KEPT,
    createQueue: (name, options) => new Queue(name, { ...options, connection: adding }),
    createScheduleQueue: (name, options) => new Queue(name, { ...options, connection: adding }),
    createWorker: (name, run, options) => new Worker(name, run, { ...options, connection: working }),
    async ping() {
      await adding.ping();
    },
    async close() {
      adding.disconnect();
      working.disconnect();
    },
  };
}

async function connect(redis: Redis, url: string): Promise<void> {
  let why = '';
  const remember = (error: Error) => {
    why = error.message;
  };
  redis.on('error', remember);
  try {
    await redis.connect();
  } catch (cause) {
    redis.disconnect();
    const host = URL.canParse(url) ? new URL(url).host : 'the given address';
    throw new QueueError(
      `cannot use the Redis of REDIS_URL (${host}): ${why || String(cause)}. ` +
        'Check the address, that the server runs, and the password; or leave REDIS_URL unset to queue in the database.',
      { cause },
    );
  } finally {
    redis.off('error', remember);
  }
}

/** Hosted servers may forbid to ask; then nothing is said. */
async function warnOfForgetfulness(redis: Redis, log: QueueLog): Promise<void> {
  const answer = await redis.config('GET', 'appendonly').catch(() => null);
  if (!Array.isArray(answer) || answer[1] !== 'no') return;
  log.warn({}, 'Redis keeps jobs in memory only: set appendonly to yes, or a crash of Redis loses what is queued');
}

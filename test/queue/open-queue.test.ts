import { afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { JobQueue, QueueLog } from '../../src/queue/job-queue.ts';
import { openQueue } from '../../src/queue/open-queue.ts';
import { queueTiming } from '../../src/queue/queue-timing.ts';
import type { DatabasePool } from '../../src/store/database-pool.ts';
import { eventually } from '../fakes/eventually.ts';
import { describeWithServer } from '../servers/describe-with-server.ts';
import { redisBinary, startRedis } from '../servers/redis.ts';

const silent: QueueLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
const unused: DatabasePool = new pg.Pool();

describe('a Redis that cannot be reached', () => {
  it('is named with its cause and remedy, without the password', async () => {
    const opening = openQueue({
      redisUrl: 'redis://joe:s3cret@127.0.0.1:1',
      pool: unused,
      laneOf: () => 'triage',
      log: silent,
    });

    const error: Error = await opening.then(
      () => new Error('it was opened'),
      (reason) => reason,
    );

    expect(error.name).toBe('QueueError');
    expect(error.message).toMatch(
      /^cannot use the Redis of REDIS_URL \(127\.0\.0\.1:1\): .*ECONNREFUSED.*Check the address/,
    );
    expect(error.message).not.toContain('s3cret');
  });
});

describeWithServer('a job that does not end', redisBinary, startRedis, (server) => {
  const open: JobQueue<{ kind: string }>[] = [];
  afterEach(() => Promise.all(open.map((queue) => queue.close())));

  it('is not waited for longer than closing may take, and is started again', async () => {
    const warnings: string[] = [];
    const settings = {
      redisUrl: server().url,
      pool: unused,
      laneOf: () => 'triage' as const,
      log: { ...silent, warn: (_: object, sentence: string) => warnings.push(sentence) },
      timing: { ...queueTiming, lockMs: 1000, stalledCheckMs: 200, closeMs: 100 },
    };
    const first = await openQueue(settings);
    let starts = 0;
    await first.work(
      async () => {
        starts += 1;
        return new Promise(() => undefined);
      },
      { triage: 1, background: 1 },
    );
    await first.add({ kind: 'endless' }, { key: 'endless', delayMs: 0 });
    await eventually('it was started', () => starts === 1);

    await first.close();

    expect(warnings).toEqual(['queue closed while jobs were running, they will be started again']);
    const second = await openQueue(settings);
    open.push(second);
    await second.work(
      async () => {
        starts += 1;
        return { done: true };
      },
      { triage: 1, background: 1 },
    );
    await eventually('it was started again', () => starts === 2);
    expect(warnings).toContain('job started again, its process had died');
  });
});

import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { QueueLog } from '../../src/queue/job-queue.ts';
import { openQueue } from '../../src/queue/open-queue.ts';
import type { DatabasePool } from '../../src/store/database-pool.ts';

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

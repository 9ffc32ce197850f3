import { it } from '@jest/globals';
import { describeWithServer } from '../servers/describe-with-server.ts';
import { redisBinary, startRedis } from '../servers/redis.ts';
import { CRASH_SENTENCE, CRASH_TIMEOUT_MS, killedWhileBusy } from './crash.ts';

describeWithServer('a process killed while it is busy, on Redis', redisBinary, startRedis, (server) => {
  it(CRASH_SENTENCE, () => killedWhileBusy({ REDIS_URL: server().url }), CRASH_TIMEOUT_MS);
});

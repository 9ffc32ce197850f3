import { describeWithServer } from '../servers/describe-with-server.ts';
import { redisBinary, startRedis } from '../servers/redis.ts';
import { queueContract } from './contract.ts';

describeWithServer('the queue in a real Redis', redisBinary, startRedis, (server) =>
  queueContract(() => ({ redisUrl: server().url }), server),
);

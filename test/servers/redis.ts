import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort, type ServerProcess, serverProcess } from './server-process.ts';

export interface RedisServer extends ServerProcess {
  url: string;
  remove(): Promise<void>;
}

/** Null where no Redis is installed. */
export const redisBinary: string | null =
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'redis-server'))
    .find(existsSync) ?? null;

/** A Redis of its own that writes everything down, on a free port of this machine, in a temporary folder. */
export async function startRedis(): Promise<RedisServer> {
  if (redisBinary === null) throw new Error('no Redis is installed');
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'commscore-redis-'));
  const settings = { port: String(port), bind: '127.0.0.1', dir: folder, appendonly: 'yes', save: '' };
  const server = serverProcess({
    program: redisBinary,
    args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
    isUp: () => answers(port),
  });
  await server.start();
  return {
    ...server,
    url: `redis://127.0.0.1:${port}`,
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(port: number): Promise<boolean> {
  const client = new Redis({ port, host: '127.0.0.1', lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}

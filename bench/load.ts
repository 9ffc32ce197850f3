import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Load {
  port: number;
  path: string;
  secret: string;
  requests: number;
  /** Number of the first thread; each delivery is about the next one. */
  first: number;
  connections: number;
}

export interface LoadResult {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Share of the time in which the sender itself was busy: near 1 it would be what is measured. */
  senderBusy: number;
}

const SENDER = fileURLToPath(new URL('./load-process.js', import.meta.url));

/** Signed deliveries, each about another thread, over kept connections, from a process of its own. @throws Error on any answer but 2xx */
export async function sendWebhooks(load: Load): Promise<LoadResult> {
  const child = fork(SENDER, [JSON.stringify(load)]);
  const answered = once(child, 'message');
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the sender of webhooks ended too early (${code})`);
  });
  ended.catch(() => undefined);
  const [result] = await Promise.race([answered, ended]);
  return result as LoadResult;
}

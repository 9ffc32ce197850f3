import { openConnection } from './http-connection.ts';
import type { Load, LoadResult } from './load.ts';
import { quantile } from './quantile.ts';
import { webhookRequest } from './webhook-request.ts';

const { port, path, secret, requests, first, connections } = JSON.parse(process.argv[2] ?? '') as Load;
const opened = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
// Made and signed beforehand.
const sent = Array.from({ length: requests }, (_, n) => webhookRequest({ number: first + n, path, secret }));
const latencies: number[] = [];
const queue = sent.values();
const busyBefore = process.cpuUsage();
const started = performance.now();
await Promise.all(
  opened.map(async (connection) => {
    for (const request of queue) {
      const before = performance.now();
      const status = await connection.send(request);
      latencies.push(performance.now() - before);
      if (status < 200 || status > 299) throw new Error(`answered ${status}`);
    }
  }),
);
const ms = performance.now() - started;
const { user, system } = process.cpuUsage(busyBefore);
const result: LoadResult = {
  perSecond: (1000 * requests) / ms,
  p50Ms: quantile(latencies, 0.5),
  p99Ms: quantile(latencies, 0.99),
  senderBusy: (user + system) / 1000 / ms,
};
for (const connection of opened) connection.close();
process.send?.(result);
process.disconnect?.();

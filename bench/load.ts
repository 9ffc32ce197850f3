import { createHmac, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

export interface Load {
  url: string;
  secret: string;
  requests: number;
  connections: number;
}

export interface LoadResult {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** Signed `issues.opened` deliveries, each about another thread, over kept connections. @throws Error on any answer but 2xx */
export async function sendWebhooks({ url, secret, requests, connections }: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let sent = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (sent < requests) {
        const body = payload(sent++);
        const before = performance.now();
        const status = await post(agent, url, body, secret);
        latencies.push(performance.now() - before);
        if (status < 200 || status > 299) throw new Error(`${url} answered ${status}`);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { perSecond: requests / seconds, p50Ms: quantile(latencies, 0.5), p99Ms: quantile(latencies, 0.99) };
}

/** `values` need not be sorted; the nearest rank. */
export function quantile(values: number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}

/** About the size of what GitHub sends: 12 kB. */
const PADDING = 'The cache evicts entries that were read a moment ago. '.repeat(200);

function payload(n: number): Buffer {
  const account = { login: 'ada', id: 1, type: 'User' };
  return Buffer.from(
    JSON.stringify({
      action: 'opened',
      installation: { id: 1 + (n % 50) },
      repository: {
        id: 1,
        name: 'engine',
        full_name: 'acme/engine',
        owner: { login: 'acme', id: 2 },
        default_branch: 'main',
      },
      issue: {
        number: 1 + n,
        state: 'open',
        title: `Issue ${n}`,
        body: PADDING,
        user: account,
        created_at: '2026-01-01T00:00:00Z',
      },
      sender: account,
    }),
  );
}

function post(agent: Agent, url: string, body: Buffer, secret: string): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    'x-github-event': 'issues',
    'x-github-delivery': randomUUID(),
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  };
  return new Promise((resolve, reject) => {
    request(url, { agent, method: 'POST', headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    })
      .on('error', reject)
      .end(body);
  });
}

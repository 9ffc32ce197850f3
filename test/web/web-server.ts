import { createServer, type IncomingMessage, type RequestOptions, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMetrics } from '../../src/web/metrics.ts';
import { type WebOptions, webHandler } from '../../src/web/web-handler.ts';
import { NOW, someData } from './sample-data.ts';

type Handler = (req: IncomingMessage, res: ServerResponse) => boolean | Promise<boolean>;

/** A real server, which answers 418 where no handler took the request. */
export async function serve(handler: Handler): Promise<{ address: string; port: number; close(): Promise<void> }> {
  const server = createServer(async (req, res) => {
    if (!(await handler(req, res))) res.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export function webOptions(over: Partial<WebOptions> = {}): WebOptions {
  const data = over.data ?? someData();
  return {
    version: '1.2.3',
    webUrl: 'https://github.com',
    dashboard: 'local',
    checks: { database: async () => {}, queue: async () => {}, github: async () => {} },
    metrics: createMetrics({ queueCounts: () => data.queueCounts() }),
    now: () => NOW,
    log: { error: () => {} },
    ...over,
    data,
  };
}

/** One request to a server that lives as long as the request; unlike fetch it may send any Host. */
export async function ask(
  over: Partial<WebOptions>,
  path: string,
  { method = 'GET', headers = {} }: Pick<RequestOptions, 'method' | 'headers'> = {},
): Promise<{ status: number; headers: IncomingMessage['headers']; body: string }> {
  const server = await serve(webHandler(webOptions(over)));
  try {
    return await new Promise((resolve, reject) => {
      const sent = request({ port: server.port, host: '127.0.0.1', path, method, headers, agent: false }, (res) => {
        let body = '';
        res.setEncoding('utf8').on('data', (part: string) => {
          body += part;
        });
        res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body }));
      });
      sent.on('error', reject).end();
    });
  } finally {
    await server.close();
  }
}

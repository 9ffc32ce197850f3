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

export interface Asking extends Pick<RequestOptions, 'method' | 'headers'> {
  /** Fields of a form. */
  form?: Record<string, string>;
}

export interface Told {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface OpenWeb {
  port: number;
  /** Unlike fetch it may send any Host, and follows nothing. */
  ask(path: string, asking?: Asking): Promise<Told>;
  close(): Promise<void>;
}

export async function openWeb(over: Partial<WebOptions>): Promise<OpenWeb> {
  const { port, close } = await serve(webHandler(webOptions(over)));
  return { port, close, ask: (path, asking) => askPort(port, path, asking) };
}

/** One request to a server that lives as long as the request. */
export async function ask(over: Partial<WebOptions>, path: string, asking?: Asking): Promise<Told> {
  const web = await openWeb(over);
  try {
    return await web.ask(path, asking);
  } finally {
    await web.close();
  }
}

/** What the forms of a page carry. */
export function formTokenIn({ body }: Pick<Told, 'body'>): string {
  return /name="token" value="([^"]*)"/.exec(body)?.[1] ?? '';
}

export function askPort(
  port: number,
  path: string,
  { method = 'GET', headers = {}, form }: Asking = {},
): Promise<Told> {
  const sentType = form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
  const options = { port, host: '127.0.0.1', path, method, headers: { ...sentType, ...headers }, agent: false };
  return new Promise((resolve, reject) => {
    const sent = request(options, (res) => {
      let body = '';
      res.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body }));
    });
    sent.on('error', reject).end(form === undefined ? undefined : new URLSearchParams(form).toString());
  });
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FeedAccess, publicInternet } from '../../src/feeds/feed-access.ts';

export interface FeedServer {
  address: string;
  /** Requests so far. */
  requests: IncomingMessage[];
  /** How requests are answered from now on. */
  answer: RequestListener;
  close(): Promise<void>;
}

/** A web server on this machine. */
export async function startFeedServer(): Promise<FeedServer> {
  const server = createServer((request, response) => {
    served.requests.push(request);
    served.answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const served: FeedServer = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    answer: (_, response) => response.writeHead(404).end(),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return served;
}

/** The public internet, and this machine on any port. */
export const withLoopback: FeedAccess = {
  ...publicInternet,
  mayConnect: (address) => address === '127.0.0.1' || publicInternet.mayConnect(address),
  mayUsePort: () => true,
};

/** RSS of these titles, each at an address of its own under `home`. */
export function rssOf(home: string, titles: string[]): string {
  const items = titles.map(
    (title, i) =>
      `<item><title>${title}</title><link>${home}/posts/${i + 1}</link><description>About ${title}.</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>${home}</link>${items.join('')}</channel></rss>`;
}

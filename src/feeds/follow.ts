import type { IncomingMessage } from 'node:http';
import { checkedUrl, type FeedAccess } from './feed-access.ts';
import { FeedError } from './feed-error.ts';
import { fetchPage } from './fetch-page.ts';

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** The answer at the end of all redirects, each checked like the first address. @throws FeedError */
export async function follow(
  address: string,
  headers: Record<string, string>,
  access: FeedAccess,
  signal: AbortSignal,
): Promise<{ url: URL; response: IncomingMessage }> {
  let url = checkedUrl(address, null, access);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await fetchPage(url, headers, access, signal);
    const { location } = response.headers;
    if (location === undefined || !REDIRECTS.has(response.statusCode ?? 0)) return { url, response };
    response.destroy();
    url = checkedUrl(location, url, access);
  }
  throw new FeedError({ kind: 'too-many-redirects' });
}

import type { IncomingMessage } from 'node:http';
import type { FeedReading, FeedValidators } from '../domain/feed.ts';
import { articlesOf } from './articles.ts';
import { decodeText } from './decode-text.ts';
import { type FeedAccess, publicInternet } from './feed-access.ts';
import { FeedError } from './feed-error.ts';
import { follow } from './follow.ts';
import { parseEntries } from './parse-entries.ts';
import { readBody } from './read-body.ts';
import { conditional, freshForMs, isConditional, retryAfterMs, validatorsOf } from './response-headers.ts';

export interface FeedReader {
  /** Never rejects because of the feed or its server. */
  read(url: string, known: FeedValidators): Promise<FeedReading>;
}

export interface FeedReaderOptions {
  /** Names the product. */
  userAgent: string;
  /** Besides `github.com`: hosts that no feed may name as its home. */
  notHome?: readonly string[];
  /** Only tests read feeds from elsewhere than the public internet. */
  access?: FeedAccess;
  limits?: FeedLimits;
}

export interface FeedLimits {
  /** Of the body, unpacked. */
  maxBytes: number;
  /** For everything, redirects included. */
  timeMs: number;
  /** Entries looked at, and of those the newest that are kept. */
  entries: number;
  newest: number;
}

export const feedLimits: FeedLimits = { maxBytes: 2 * 1024 * 1024, timeMs: 15_000, entries: 1_000, newest: 50 };

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, ' +
  'application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1';

export function createFeedReader(options: FeedReaderOptions): FeedReader {
  const { userAgent, notHome = [], access = publicInternet, limits = feedLimits } = options;
  const always = { 'user-agent': userAgent, accept: ACCEPT, 'accept-encoding': 'gzip' };

  async function read(address: string, known: FeedValidators): Promise<FeedReading> {
    const signal = AbortSignal.timeout(limits.timeMs);
    const { url, response } = await follow(address, { ...always, ...conditional(known) }, access, signal);
    const { headers, statusCode = 0 } = response;
    if (statusCode === 304 && isConditional(known)) {
      response.destroy();
      return { kind: 'unchanged', freshForMs: freshForMs(headers) };
    }
    if (statusCode !== 200) throw refused(response, statusCode);
    const text = decodeText(await readBody(response, limits.maxBytes, signal), headers['content-type'] ?? '');
    const where = { asked: new URL(address), found: url, newest: limits.newest, notHome: ['github.com', ...notHome] };
    const articles = articlesOf(parseEntries(text, limits.entries), where);
    return { kind: 'read', articles, validators: validatorsOf(headers), freshForMs: freshForMs(headers) };
  }

  return {
    async read(url, known) {
      try {
        return await read(url, known);
      } catch (error) {
        if (!(error instanceof FeedError)) throw error;
        return { kind: 'failed', problem: error.problem, retryAfterMs: error.retryAfterMs };
      }
    },
  };
}

function refused(response: IncomingMessage, status: number): FeedError {
  response.destroy();
  if (status === 410) return new FeedError({ kind: 'gone' });
  return new FeedError({ kind: 'status', status }, { retryAfterMs: retryAfterMs(response.headers, Date.now()) });
}

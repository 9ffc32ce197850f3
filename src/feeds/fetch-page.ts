import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { checkedLookup, type FeedAccess } from './feed-access.ts';
import { FeedError } from './feed-error.ts';

/** One question to one server, redirects not followed; the body is still to be read. */
export async function fetchPage(
  url: URL,
  headers: Record<string, string>,
  access: FeedAccess,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request(url, { method: 'GET', agent: false, headers, lookup: checkedLookup(access), signal })
      .once('response', resolve)
      .once('error', (error) => reject(problemOf(error, signal)))
      .end();
  });
}

/** What went wrong on the way, as far as it can be told. */
export function problemOf(error: Error, signal: AbortSignal): FeedError {
  if (error instanceof FeedError) return error;
  if (signal.aborted) return new FeedError({ kind: 'too-slow' }, { cause: error });
  const { code } = error as NodeJS.ErrnoException;
  return new FeedError({ kind: 'unreachable', code: code ?? error.name }, { cause: error });
}

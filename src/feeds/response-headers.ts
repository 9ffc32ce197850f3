import type { IncomingHttpHeaders } from 'node:http';
import type { FeedValidators } from '../domain/feed.ts';

/** Kept and sent back as they are. */
const MAX_VALIDATOR = 500;
/** Nobody means longer, and nobody can make us wait for ever. */
const MAX_WAIT_MS = 30 * 86_400_000;

export function validatorsOf(headers: IncomingHttpHeaders): FeedValidators {
  return { etag: short(headers.etag), lastModified: short(headers['last-modified']) };
}

export function conditional({ etag, lastModified }: FeedValidators): Record<string, string> {
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

export function isConditional({ etag, lastModified }: FeedValidators): boolean {
  return etag !== null || lastModified !== null;
}

/** How long the answer may be kept, as the server says; 0 where it says nothing. */
export function freshForMs(headers: IncomingHttpHeaders): number {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(headers['cache-control'] ?? '')?.[1];
  return Math.min(MAX_WAIT_MS, Number(seconds ?? 0) * 1000);
}

/** How long we are asked to stay away; 0 where we are not. */
export function retryAfterMs(headers: IncomingHttpHeaders, now: number): number {
  const text = headers['retry-after'] ?? '';
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(ms) ? 0 : Math.min(MAX_WAIT_MS, Math.max(0, ms));
}

function short(value: string | undefined): string | null {
  return value === undefined || value.length > MAX_VALIDATOR ? null : value;
}

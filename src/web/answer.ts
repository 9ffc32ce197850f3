import type { Html } from './html.ts';
import type { KeptText } from './kept-text.ts';

/** What a route gives back; it knows nothing of servers. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[]>;
  body: string;
}

/** Nothing is loaded but our own style and icon, nothing runs, nothing is framed, and no address leaks. */
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Our own forms say where they come from; nobody else is told.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

export function page(status: number, document: Html): Answer {
  return answer(status, 'text/html; charset=utf-8', document.markup, { vary: 'accept-language' });
}

/** One that runs scripts of ours. */
export function scriptedPage(document: Html): Answer {
  const given = page(200, document);
  const policy = `${SECURITY_HEADERS['content-security-policy']}; script-src 'self'`;
  return { ...given, headers: { ...given.headers, 'content-security-policy': policy } };
}

export function json(status: number, value: unknown): Answer {
  return answer(status, 'application/json; charset=utf-8', `${JSON.stringify(value)}\n`);
}

/** RFC 9457: an error that programs can read. */
export function problem(status: number, title: string, detail?: string): Answer {
  const told = { type: 'about:blank', title, status, ...(detail === undefined ? {} : { detail }) };
  return answer(status, 'application/problem+json; charset=utf-8', `${JSON.stringify(told)}\n`);
}

/** Kept by who asked and by nobody between; who has it already is told only that. */
export function cached(
  { known }: { known: string },
  { body, etag }: KeptText,
  headers: Record<string, string>,
): Answer {
  const tags = known.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  const isKnown = tags.includes(etag);
  const type = headers['content-type'] ?? '';
  const rest = { ...headers, 'cache-control': 'private, no-cache', etag };
  return answer(isKnown ? 304 : 200, type, isKnown ? '' : body, rest);
}

export function text(status: number, sentence: string, headers: Record<string, string> = {}): Answer {
  return answer(status, 'text/plain; charset=utf-8', `${sentence}\n`, headers);
}

/** After a form was sent: the page that shows what came of it. */
export function seeOther(location: string): Answer {
  return answer(303, 'text/plain; charset=utf-8', '', { location });
}

export function answer(status: number, type: string, body: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { ...SECURITY_HEADERS, 'cache-control': 'no-store', 'content-type': type, ...headers },
    body,
  };
}

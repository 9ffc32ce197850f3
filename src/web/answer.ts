import type { Html } from './html.ts';

/** What a route gives back; it knows nothing of servers. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Nothing is loaded but our own style and icon, nothing runs, nothing is framed, and no address leaks. */
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

export function page(status: number, document: Html): Answer {
  return answer(status, 'text/html; charset=utf-8', document.markup, { vary: 'accept-language' });
}

export function json(status: number, value: unknown): Answer {
  return answer(status, 'application/json; charset=utf-8', `${JSON.stringify(value)}\n`);
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

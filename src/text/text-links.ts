import { firstMatches } from './first-matches.ts';

/** What a text points at in a forge: a thread by its number, or a commit. */
export type Reference =
  | { kind: 'thread'; host: string | null; repository: string | null; number: number }
  | { kind: 'commit'; host: string | null; repository: string | null; sha: string };

const MOST = 100;
const URL = /\bhttps?:\/\/[^\s<>"'`\])|\\]{1,2000}/gi;
const CODE_SPAN = /(`{1,2})[^`\n]{1,500}\1/g;
const REFERENCE =
  /(?<![\w/#&-])(?:([\w-]{1,39}\/[\w.-]{1,100})?#|(gh)-)(\d{1,9})(?!\w)|(?<![\w/.#-])(?=[a-f]*\d)(?=\d*[a-f])([\da-f]{7,40})(?![\w.-])/gi;
const FORGE_URL =
  /^https?:\/\/([^/\s]{1,255})\/([\w-]{1,39}\/[\w.-]{1,100})\/(?:(?:issues|pull|discussions)\/(\d{1,9})|commit\/([\da-f]{7,40}))(?![\w-])/i;

/** Addresses, without the marks of a sentence that ends behind them. */
export function linkedUrls(text: string): string[] {
  return firstMatches(text, URL, MOST, ([url]) => withoutStops(url));
}

/** `#12`, `owner/name#12`, `GH-12`, commits by their hash, and the addresses of threads and commits. */
export function references(prose: string): Reference[] {
  const text = withoutSpans(prose);
  const found = new Map<string, Reference>();
  for (const url of linkedUrls(text)) add(found, linkedReference(url));
  for (const match of text.replace(URL, ' ').matchAll(REFERENCE)) {
    if (found.size >= MOST) break;
    add(found, writtenReference(match));
  }
  return [...found.values()];
}

function linkedReference(url: string): Reference | null {
  const [, host = '', repository = '', number, sha] = FORGE_URL.exec(url) ?? [];
  if (sha !== undefined) return { kind: 'commit', host, repository, sha };
  return number === undefined ? null : { kind: 'thread', host, repository, number: Number(number) };
}

function writtenReference([, repository, , number, sha]: RegExpExecArray): Reference | null {
  if (sha !== undefined) return { kind: 'commit', host: null, repository: null, sha: sha.toLowerCase() };
  if (number === undefined) return null;
  return { kind: 'thread', host: null, repository: repository ?? null, number: Number(number) };
}

function add(found: Map<string, Reference>, reference: Reference | null): void {
  if (reference !== null) found.set(JSON.stringify(reference), reference);
}

function withoutSpans(prose: string): string {
  return prose.replace(CODE_SPAN, ' ');
}

function withoutStops(url: string): string {
  let end = url.length;
  while (end > 0 && '.,;:!?*_~'.includes(url[end - 1] ?? '')) end -= 1;
  return url.slice(0, end);
}

import type { DocumentFact } from './fact.ts';

/** An entry of a feed as it is learnt. */
export interface Article {
  /** Its address is its id: no path of a repository looks like one. */
  fact: DocumentFact;
  /** When it was published or last changed, ISO 8601 UTC; null where the feed does not tell. */
  time: string | null;
}

/** Why a feed could not be read. */
export type FeedProblem =
  /** 410: it will not come back. */
  | { kind: 'gone' }
  | { kind: 'status'; status: number }
  /** The address, or one it leads on to, is none that may be asked; `because` says why. */
  | { kind: 'address'; because: string }
  | { kind: 'too-many-redirects' }
  | { kind: 'too-large' }
  | { kind: 'too-slow' }
  | { kind: 'unreachable'; code: string }
  | { kind: 'not-a-feed' };

/** What a server wants to hear next time, so that it need not send again what has not changed. */
export interface FeedValidators {
  etag: string | null;
  lastModified: string | null;
}

/** How reading a feed went. */
export type FeedReading =
  | { kind: 'read'; articles: Article[]; validators: FeedValidators; freshForMs: number }
  | { kind: 'unchanged'; freshForMs: number }
  | { kind: 'failed'; problem: FeedProblem; retryAfterMs: number };

/** What is known of one feed of a repository. */
export interface FeedState {
  /** As the configuration names it. */
  url: string;
  validators: FeedValidators;
  /** Times are ISO 8601 UTC; null: never. */
  readAt: string | null;
  failedAt: string | null;
  /** Of the last reading; null where that went well. */
  problem: FeedProblem | null;
  /** In a row. */
  failures: number;
  /** When it may be asked again; null: not at all. */
  nextAt: string | null;
  /** What was learnt of it and is still known. */
  articles: KnownArticle[];
}

export interface KnownArticle {
  id: string;
  time: string | null;
}

/** What has no time keeps its order, after what has one. */
export function newestFirst(a: { time: string | null }, b: { time: string | null }): number {
  if (a.time === b.time) return 0;
  return (a.time ?? '') < (b.time ?? '') ? 1 : -1;
}

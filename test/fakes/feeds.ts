import type { Article, FeedReading, FeedValidators } from '../../src/domain/feed.ts';
import type { Feeds } from '../../src/triage/feed-ports.ts';

export interface FakeFeeds extends Feeds {
  /** What each feed says from now on; one that is not here answers 404. */
  says: Map<string, FeedReading>;
  asked: { url: string; known: FeedValidators }[];
}

/** Feeds as far as triage can see them, in memory. */
export function fakeFeeds(): FakeFeeds {
  const fake: FakeFeeds = {
    says: new Map(),
    asked: [],
    async read(url, known) {
      fake.asked.push({ url, known });
      return fake.says.get(url) ?? failing({ kind: 'status', status: 404 });
    },
  };
  return fake;
}

export function failing(problem: Extract<FeedReading, { kind: 'failed' }>['problem'], retryAfterMs = 0): FeedReading {
  return { kind: 'failed', problem, retryAfterMs };
}

export function saying(...articles: Article[]): FeedReading {
  return { kind: 'read', articles, validators: { etag: '"1"', lastModified: null }, freshForMs: 0 };
}

export function anArticle(url: string, title: string, time: string | null = null): Article {
  return { fact: { kind: 'document', id: url, url, title, body: `${title}.` }, time };
}

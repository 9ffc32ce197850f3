import type { Article, FeedReading, FeedState } from '../domain/feed.ts';
import { newestFirst } from '../domain/feed.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { FeedStore, Feeds } from './feed-ports.ts';
import { nextReading } from './feed-times.ts';
import type { Clock, Log } from './ports.ts';

export interface RefreshPorts {
  feeds: Feeds;
  store: FeedStore;
  clock: Clock;
  log: Log;
}

/** Articles that are kept of one feed, those that it does not name any more included. */
const MOST_ARTICLES = 200;

export function neverRead(url: string, now: Date): FeedState {
  return {
    url,
    validators: { etag: null, lastModified: null },
    readAt: null,
    failedAt: null,
    problem: null,
    failures: 0,
    nextAt: now.toISOString(),
    articles: [],
  };
}

/** Asks one feed and learns what it says; how it went is kept. `others`: the other feeds of the repository. */
export async function refreshFeed(
  ref: RepositoryRef,
  before: FeedState,
  others: FeedState[],
  ports: RefreshPorts,
): Promise<FeedState> {
  const { feeds, store, clock, log } = ports;
  const reading = await feeds.read(before.url, before.validators);
  const now = clock();
  const after = stateAfter(before, reading, now, repositoryKey(ref));
  if (reading.kind === 'read') {
    // What is known of the feed comes last: stopped half-way, it is read again.
    await store.addFacts(ref, factsOf(reading.articles, after), 'replace');
    await forgetArticles(ref, before, [after, ...others], store);
  }
  await store.saveFeed(ref, after);
  tell(ref, before, after, log);
  return after;
}

/** Removes the articles of a feed that none of the other states knows. */
export async function forgetArticles(
  ref: RepositoryRef,
  { articles }: FeedState,
  others: FeedState[],
  store: FeedStore,
): Promise<void> {
  const known = new Set(others.flatMap((other) => other.articles.map(({ id }) => id)));
  for (const { id } of articles) if (!known.has(id)) await store.removeFact(ref, 'document', id);
}

function stateAfter(before: FeedState, reading: FeedReading, now: Date, key: string): FeedState {
  const failures = reading.kind === 'failed' ? before.failures + 1 : 0;
  const nextAt = nextReading(reading, failures, now, `${key} ${before.url}`);
  const at = now.toISOString();
  switch (reading.kind) {
    case 'failed':
      return { ...before, problem: reading.problem, failures, failedAt: at, nextAt };
    case 'unchanged':
      return { ...before, problem: null, failures, readAt: at, nextAt };
    case 'read': {
      const articles = merged(reading.articles, before);
      return { ...before, validators: reading.validators, problem: null, failures, readAt: at, nextAt, articles };
    }
  }
}

function merged(articles: Article[], before: FeedState): FeedState['articles'] {
  const fresh = articles.map(({ fact, time }) => ({ id: fact.id, time }));
  const named = new Set(fresh.map(({ id }) => id));
  const older = before.articles.filter(({ id }) => !named.has(id));
  return [...fresh, ...older].toSorted(newestFirst).slice(0, MOST_ARTICLES);
}

function factsOf(articles: Article[], { articles: kept }: FeedState) {
  const ids = new Set(kept.map(({ id }) => id));
  return articles.map(({ fact }) => fact).filter(({ id }) => ids.has(id));
}

/** Only what is new is told: a feed that fails for weeks fills no log. */
function tell(ref: RepositoryRef, before: FeedState, after: FeedState, log: Log): void {
  const facts = { repository: repositoryKey(ref), feed: withoutQuery(after.url), articles: after.articles.length };
  const { problem } = after;
  if (problem === null) {
    if (before.readAt === null || before.problem !== null) log.info(facts, 'feed read');
  } else if (JSON.stringify(problem) !== JSON.stringify(before.problem)) {
    log.info({ ...facts, problem }, 'feed cannot be read');
  }
}

/** It may hold what opens a feed that is not for everybody. */
function withoutQuery(url: string): string {
  return url.split(/[?#]/)[0] ?? '';
}

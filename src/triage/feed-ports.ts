import type { FeedReading, FeedState, FeedValidators } from '../domain/feed.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import type { Store } from './store-port.ts';

export interface Feeds {
  /** What a feed says now, asked with care; where it cannot be read that is told, not thrown. */
  read(url: string, known: FeedValidators): Promise<FeedReading>;
}

export interface FeedStore extends Pick<Store, 'addFacts' | 'removeFact'> {
  readFeeds(ref: RepositoryRef): Promise<FeedState[]>;
  saveFeed(ref: RepositoryRef, state: FeedState): Promise<void>;
  removeFeed(ref: RepositoryRef, url: string): Promise<void>;
  repositoriesWithFeeds(): Promise<RepositoryRef[]>;
  /** Every repository of the owner that is known. */
  repositoriesOf(owner: string): Promise<RepositoryRef[]>;
}

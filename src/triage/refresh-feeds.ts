import type { FeedState } from '../domain/feed.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import { isDue, untilNextLook } from './feed-times.ts';
import type { GitHub } from './github-port.ts';
import { done, type Job, type JobResult } from './job.ts';
import type { Queue } from './ports.ts';
import { forgetArticles, neverRead, type RefreshPorts, refreshFeed } from './refresh-feed.ts';

export interface FeedPorts extends RefreshPorts {
  github: Pick<GitHub, 'readConfig' | 'forgetCached'>;
  queue: Queue;
}

type FeedsJob = Extract<Job, { kind: 'feeds' }>;

/** After so long other repositories get their turn. */
const TURN_MS = 60_000;
const FAILED_LOOK_MS = 3_600_000;

/**
 * Reads the feeds that the configuration names and that may be asked again; forgets those it names no more.
 * A job with `again` comes back at least every hour as long as there are feeds. `articles`: how many feeds were read.
 */
export async function refreshFeeds(job: FeedsJob, ports: FeedPorts): Promise<{ result: JobResult; asked: number }> {
  const { github, store, clock, log } = ports;
  const ref = job.repository;
  const known = await store.readFeeds(ref);
  if (job.again && known.length === 0) return { result: done, asked: 0 };
  github.forgetCached(ref);
  let urls: string[];
  try {
    urls = await configuredFeeds(ref, github);
  } catch (error) {
    if (!job.again) throw error;
    log.warn({ err: error, repository: repositoryKey(ref) }, 'configuration cannot be read, feeds have to wait');
    return { result: { done: false, againInMs: FAILED_LOOK_MS }, asked: 0 };
  }
  await forgetOthers(ref, known, urls, ports);
  const { states, asked, late } = await refreshDue(ref, known, urls, ports);
  if (late) return { result: { done: false, againInMs: 0 }, asked };
  if (urls.length === 0) return { result: done, asked };
  const againInMs = untilNextLook(states, clock());
  if (job.again) return { result: { done: false, againInMs }, asked };
  await lookAgain(ref, `${job.id}/again`, againInMs, ports);
  return { result: done, asked };
}

async function configuredFeeds(ref: RepositoryRef, github: FeedPorts['github']): Promise<string[]> {
  const { related } = (await github.readConfig(ref)).config;
  return related.enabled ? [...new Set(related.feeds)] : [];
}

async function forgetOthers(ref: RepositoryRef, known: FeedState[], urls: string[], ports: FeedPorts): Promise<void> {
  const { store, log } = ports;
  const kept = known.filter(({ url }) => urls.includes(url));
  for (const state of known) {
    if (kept.includes(state)) continue;
    await forgetArticles(ref, state, kept, store);
    await store.removeFeed(ref, state.url);
    log.info({ repository: repositoryKey(ref), articles: state.articles.length }, 'feed forgotten');
  }
}

async function refreshDue(ref: RepositoryRef, known: FeedState[], urls: string[], ports: FeedPorts) {
  const started = ports.clock();
  const states = urls.map((url) => known.find((state) => state.url === url) ?? neverRead(url, started));
  let asked = 0;
  for (const [i, state] of states.entries()) {
    if (!isDue(state, started)) continue;
    if (ports.clock().getTime() - started.getTime() > TURN_MS) return { states, asked, late: true };
    states[i] = await refreshFeed(ref, state, states.toSpliced(i, 1), ports);
    asked++;
  }
  return { states, asked, late: false };
}

/** One such job for each repository waits; a further one is folded into it. */
async function lookAgain(ref: RepositoryRef, id: string, delayMs: number, { queue }: { queue: Queue }): Promise<void> {
  const job: FeedsJob = { kind: 'feeds', id, repository: ref, again: true };
  await queue.add(job, { key: `feeds again ${repositoryKey(ref)}`, delayMs });
}

/** After learning: the configuration may name other feeds. That of the owner's `.github` goes for every repository. */
export async function feedsLater(
  { id, repository }: Extract<Job, { kind: 'learn' }>,
  { store, queue }: Pick<FeedPorts, 'store' | 'queue'>,
): Promise<void> {
  const { installationId, owner, repo } = repository;
  const all = repo.toLowerCase() === OWNER_REPOSITORY ? await store.repositoriesOf(owner) : [];
  const others = all.filter((one) => repositoryKey(one) !== repositoryKey(repository));
  for (const ref of [{ installationId, owner, repo }, ...others]) {
    const key = repositoryKey(ref);
    await queue.add(
      { kind: 'feeds', id: `${id}/feeds/${key}`, repository: ref, again: false },
      { key: `feeds ${key}`, delayMs: 0 },
    );
  }
}

const OWNER_REPOSITORY = '.github';

/** At a start: whatever became of the jobs, feeds are looked after again. `startId` tells one start from another. */
export async function resumeFeeds(
  startId: string,
  { store, queue }: Pick<FeedPorts, 'store' | 'queue'>,
): Promise<void> {
  for (const ref of await store.repositoriesWithFeeds()) {
    await lookAgain(ref, `${startId}/feeds/${repositoryKey(ref)}`, 0, { queue });
  }
}

import type { Fact } from '../domain/fact.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import type { Graphql } from './read-thread.ts';
import { type ThreadPage, threadPages } from './thread-pages.ts';

export interface ThreadHistoryPage {
  facts: Fact[];
  /** Threads so far, and of how many where that is known. */
  done: number;
  total: number | null;
  /** Every thread updated before this time has been given; null where that cannot be said yet. */
  readUpTo: string | null;
}

interface Stream {
  pages: AsyncGenerator<ThreadPage>;
  /** The page that comes next; null at the end. */
  next: ThreadPage | null;
  /** Up to where it was given. */
  givenUpTo: string | null;
}

/** Issues, pulls and discussions updated at or after `since`, the least lately updated first. */
export async function* readThreadHistory(
  octokit: Graphql,
  ref: RepositoryRef,
  since: string | null,
): AsyncGenerator<ThreadHistoryPage> {
  const streams: Stream[] = [];
  for (const type of ['issue', 'pull', 'discussion'] as const) {
    const pages = threadPages(octokit, ref, type, since);
    streams.push({ pages, next: await nextOf(pages), givenUpTo: null });
  }
  const total = since === null ? streams.reduce((sum, { next }) => sum + (next?.total ?? 0), 0) : null;
  const once = withoutRepeatedPeople();
  let done = 0;
  for (let stream = earliest(streams); stream?.next; stream = earliest(streams)) {
    const page = stream.next;
    stream.givenUpTo = page.updatedUpTo;
    stream.next = await nextOf(stream.pages);
    done += page.threads;
    yield { facts: once(page.facts), done, total, readUpTo: readUpTo(streams) };
  }
}

async function nextOf(pages: AsyncGenerator<ThreadPage>): Promise<ThreadPage | null> {
  const { value } = await pages.next();
  return value ?? null;
}

/** The one whose next page is the oldest: so all come to the present together. */
function earliest(streams: Stream[]): Stream | undefined {
  const open = streams.filter(({ next }) => next !== null);
  return open.toSorted((a, b) => ((a.next?.updatedUpTo ?? '') < (b.next?.updatedUpTo ?? '') ? -1 : 1))[0];
}

function readUpTo(streams: Stream[]): string | null {
  const open = streams.filter(({ next }) => next !== null);
  const times = (open.length > 0 ? open : streams).map(({ givenUpTo }) => givenUpTo ?? '').toSorted();
  return (open.length > 0 ? times[0] : times.at(-1)) || null;
}

/** The same automation writes many threads: one fact of it is enough. */
function withoutRepeatedPeople(): (facts: Fact[]) => Fact[] {
  const given = new Set<string>();
  return (facts) =>
    facts.filter((fact) => {
      if (fact.kind !== 'person') return true;
      const first = !given.has(fact.login);
      given.add(fact.login);
      return first;
    });
}

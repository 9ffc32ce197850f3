import type { Fact, ThreadType } from '../domain/fact.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { graphqlErrorTypes } from './github-error.ts';
import type { Graphql } from './graphql.ts';
import { PAGE_SIZE, readThreadPage, smallerPage, type ThreadPage } from './thread-pages.ts';

/** How far the threads of one type are read. */
export interface ThreadCursor {
  /** Everything that was updated before this time is read; null: nothing is. */
  updatedAt: string | null;
  /** A reading that is on its way back to there: from `newest` to the page `after`, `given` threads long. */
  unfinished: { newest: string; after: string; given: number } | null;
}

export type ThreadCursors = Record<ThreadType, ThreadCursor>;

const NOTHING_READ: ThreadCursor = { updatedAt: null, unfinished: null };
export const nothingRead: ThreadCursors = { issue: NOTHING_READ, pull: NOTHING_READ, discussion: NOTHING_READ };

export interface ThreadHistoryPage {
  facts: Fact[];
  /** Threads so far, and of how many where that is known. */
  done: number;
  total: number | null;
  /** Where to go on once the facts of this page are kept. */
  cursors: ThreadCursors;
}

interface Stream {
  type: ThreadType;
  cursor: ThreadCursor;
  first: number;
  given: number;
  total: number | null;
  /** When the last thread that was given was updated; later than any where none was. */
  reached: string;
  /** It goes on where a run before was cut off; what was updated since then comes after that. */
  resumed: boolean;
  finished: boolean;
}

const LATER_THAN_ANY = '\uffff';
/** Since the last time little is new, and a page is paid for by its size. */
const NEWS = 20;

/**
 * Issues, pulls and discussions that are new since the cursors, the latest first: what matters most is known soonest,
 * and whatever is updated meanwhile is read by the next run. A reading that was cut off goes on where it stopped.
 */
export async function* readThreadHistory(
  octokit: Graphql,
  ref: RepositoryRef,
  since: ThreadCursors,
): AsyncGenerator<ThreadHistoryPage> {
  const isFirst = Object.values(since).every(({ updatedAt }) => updatedAt === null);
  const streams = (['issue', 'pull', 'discussion'] as const).map((type) =>
    openStream(type, since[type], isFirst || since[type].unfinished !== null ? PAGE_SIZE[type] : NEWS),
  );
  const once = withoutRepeatedPeople();
  for (let stream = latest(streams); stream !== undefined; stream = latest(streams)) {
    const page = await nextPage(octokit, ref, stream);
    advance(stream, page);
    if (page.threads === 0 && stream.finished && stream.cursor.updatedAt === since[stream.type].updatedAt) continue;
    yield {
      facts: once(page.facts),
      done: streams.reduce((sum, { given }) => sum + given, 0),
      total: streams.reduce<number | null>(
        (sum, { total }) => (sum !== null && total !== null ? sum + total : null),
        0,
      ),
      cursors: cursorsOf(streams),
    };
  }
}

function openStream(type: ThreadType, cursor: ThreadCursor, first: number): Stream {
  const resumed = cursor.unfinished !== null;
  const given = cursor.unfinished?.given ?? 0;
  return { type, cursor, first, given, total: null, reached: LATER_THAN_ANY, resumed, finished: false };
}

/** All go back in step. */
function latest(streams: Stream[]): Stream | undefined {
  const open = streams.filter(({ finished }) => !finished);
  return open.toSorted((a, b) => (a.reached > b.reached ? -1 : 1))[0];
}

async function nextPage(octokit: Graphql, ref: RepositoryRef, stream: Stream): Promise<ThreadPage> {
  const { type } = stream;
  for (;;) {
    const { updatedAt, unfinished } = stream.cursor;
    const asked = { type, since: updatedAt, after: unfinished?.after ?? null, first: stream.first };
    try {
      const page = await readThreadPage(octokit, ref, asked);
      if (page !== null) return page;
      stream.first = smallerPage(stream.first);
    } catch (error) {
      if (unfinished === null || !graphqlErrorTypes(error).includes('INVALID_CURSOR_ARGUMENTS')) throw error;
      // What GitHub does not know any more is read from the start.
      Object.assign(stream, openStream(type, { updatedAt, unfinished: null }, stream.first));
    }
  }
}

function advance(stream: Stream, { threads, newest, oldest, total, next }: ThreadPage): void {
  const { updatedAt, unfinished } = stream.cursor;
  const begun = unfinished?.newest ?? newest ?? updatedAt;
  stream.given += threads;
  stream.total ??= total;
  stream.reached = oldest ?? stream.reached;
  if (stream.first === NEWS) stream.first = PAGE_SIZE[stream.type];
  if (next !== null && begun !== null) {
    stream.cursor = { updatedAt, unfinished: { newest: begun, after: next, given: stream.given } };
    return;
  }
  stream.cursor = { updatedAt: begun, unfinished: null };
  stream.finished = !stream.resumed;
  if (stream.resumed) stream.reached = LATER_THAN_ANY;
  stream.resumed = false;
}

function cursorsOf(streams: Stream[]): ThreadCursors {
  const [issue, pull, discussion] = streams.map(({ cursor }) => cursor);
  return { issue: issue ?? NOTHING_READ, pull: pull ?? NOTHING_READ, discussion: discussion ?? NOTHING_READ };
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

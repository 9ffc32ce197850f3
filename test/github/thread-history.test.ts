import { describe, expect, it } from '@jest/globals';
import { readThreadHistory, type ThreadHistoryPage } from '../../src/github/thread-history.ts';

const ref = { installationId: 1, owner: 'acme', repo: 'hello' };

interface Thread {
  number: number;
  updatedAt: string;
  bot?: boolean;
  /** `owner/repo number` of the issue it was marked a duplicate of. */
  duplicateOf?: string;
}

type Connection = 'issues' | 'pullRequests' | 'discussions';

function node(connection: Connection, { number, updatedAt, bot = false, duplicateOf }: Thread): object {
  const common = {
    number,
    title: `Title ${number}`,
    body: '',
    createdAt: updatedAt,
    updatedAt,
    closedAt: null,
    locked: false,
    author: bot ? { __typename: 'Bot', login: 'renovate' } : { __typename: 'User', login: 'ada' },
    labels: { nodes: [] },
  };
  if (connection === 'discussions') {
    return {
      ...common,
      closed: false,
      stateReason: null,
      isAnswered: true,
      answerChosenAt: null,
      comments: { nodes: [] },
    };
  }
  const work = { ...common, state: 'OPEN', stateReason: null, assignees: { nodes: [] }, participants: { nodes: [] } };
  if (connection === 'issues') return { ...work, duplicateMarks: { nodes: marksOf(duplicateOf) } };
  const merged = { state: 'MERGED', mergedAt: updatedAt, isDraft: false, mergeCommit: { oid: `c${number}` } };
  return { ...work, ...merged, reviewRequests: { nodes: [] }, latestReviews: { nodes: [] }, files: null };
}

function marksOf(duplicateOf: string | undefined): object[] {
  if (duplicateOf === undefined) return [];
  const [owner = '', name = '', number] = duplicateOf.split(/[/ ]/);
  const canonical = { __typename: 'Issue', number: Number(number), repository: { name, owner: { login: owner } } };
  return [{ __typename: 'MarkedAsDuplicateEvent', createdAt: '2026-01-09T00:00:00Z', canonical }];
}

/** A server that holds these threads and gives at most two a page. */
function server(
  threads: Partial<Record<Connection, Thread[]>>,
  fail: (first: number, connection: Connection) => Error | null = () => null,
) {
  const asked: string[] = [];
  return {
    asked,
    async graphql(query: string, variables: Record<string, unknown>): Promise<unknown> {
      const connection = (/page: (\w+)/.exec(query)?.[1] ?? 'issues') as Connection;
      asked.push(`${connection} ${variables.direction} ${variables.first}`);
      const error = fail(Number(variables.first), connection);
      if (error !== null) throw error;
      const since = String(variables.since ?? '');
      const all = (threads[connection] ?? []).filter(({ updatedAt }) => updatedAt >= since);
      const sorted = all.toSorted((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1));
      if (variables.direction === 'DESC') sorted.reverse();
      const start = Number(variables.after ?? 0);
      const nodes = sorted.slice(start, start + 2).map((thread) => node(connection, thread));
      const hasNextPage = start + 2 < sorted.length;
      const pageInfo = { hasNextPage, endCursor: String(start + 2) };
      return { repository: { page: { totalCount: sorted.length, pageInfo, nodes } } };
    },
  };
}

async function pagesOf(octokit: ReturnType<typeof server>, since: string | null = null): Promise<ThreadHistoryPage[]> {
  const pages: ThreadHistoryPage[] = [];
  for await (const page of readThreadHistory(octokit, ref, since)) pages.push(page);
  return pages;
}

function numbers(pages: ThreadHistoryPage[]): string[] {
  return pages.flatMap(({ facts }) => facts.flatMap((fact) => (fact.kind === 'thread' ? [fact.id] : [])));
}

const day = (n: number) => `2026-01-0${n}T00:00:00Z`;

const threads = {
  issues: [1, 2, 5, 6].map((n) => ({ number: n, updatedAt: day(n) })),
  pullRequests: [3, 4, 8].map((n) => ({ number: n, updatedAt: day(n) })),
  discussions: [{ number: 7, updatedAt: day(7) }],
};

describe('readThreadHistory', () => {
  it('tells which issue another one of the same repository was marked a duplicate of', async () => {
    const issues = [
      { number: 3, updatedAt: '2026-01-03T00:00:00Z', duplicateOf: 'Acme/hello 1' },
      { number: 4, updatedAt: '2026-01-04T00:00:00Z', duplicateOf: 'acme/other 1' },
    ];

    const facts = (await pagesOf(server({ issues }))).flatMap((page) => page.facts);

    expect(facts).toEqual([
      expect.objectContaining({ id: '3', duplicateOf: '1' }),
      expect.objectContaining({ id: '4', duplicateOf: null }),
    ]);
  });

  it('gives issues, pulls and discussions in step, and says up to when all are given', async () => {
    const pages = await pagesOf(server(threads));

    expect(numbers(pages)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(pages.map(({ readUpTo }) => readUpTo)).toEqual([null, null, null, day(4), day(8)]);
    expect(pages.at(-1)).toMatchObject({ done: 8, total: 8 });
  });

  it('never says that more is read than is', async () => {
    let given: string[] = [];
    for (const page of await pagesOf(server(threads))) {
      given = [...given, ...numbers([page])];
      const due = Object.values(threads)
        .flat()
        .filter(({ updatedAt }) => updatedAt < (page.readUpTo ?? ''));
      expect(given).toEqual(expect.arrayContaining(due.map(({ number }) => String(number))));
    }
  });

  it('reads only what was updated since', async () => {
    const octokit = server(threads);

    const pages = await pagesOf(octokit, day(5));

    expect(numbers(pages)).toEqual(['5', '6', '7', '8']);
    expect(pages.at(-1)?.readUpTo).toBe(day(8));
    expect(octokit.asked.filter((it) => it.startsWith('pull'))).toEqual(['pullRequests DESC 50']);
  });

  it('gives nothing where there is nothing', async () => {
    expect(await pagesOf(server({}))).toEqual([]);
    expect(await pagesOf(server(threads), '2027-01-01T00:00:00Z')).toEqual([]);
  });

  it('gives a merged pull as a thread and as the change it made', async () => {
    const [page] = await pagesOf(server({ pullRequests: [{ number: 3, updatedAt: day(3) }] }));

    expect(page?.facts.map((fact) => [fact.kind, 'id' in fact ? fact.id : ''])).toEqual([
      ['thread', '3'],
      ['change', 'c3'],
    ]);
  });

  it('tells each automation once', async () => {
    const pages = await pagesOf(
      server({ issues: [1, 2, 3, 4].map((n) => ({ number: n, updatedAt: day(n), bot: true })) }),
    );

    expect(pages.flatMap(({ facts }) => facts.filter(({ kind }) => kind === 'person'))).toEqual([
      { kind: 'person', login: 'renovate[bot]', organisation: null, bot: true },
    ]);
  });

  it('asks for less at a time where GitHub runs out of time', async () => {
    const error = Object.assign(new Error('Bad gateway'), { status: 502, request: {} });
    const octokit = server(threads, (first, connection) =>
      connection === 'pullRequests' && first > 20 ? error : null,
    );

    expect(numbers(await pagesOf(octokit))).toHaveLength(8);
    expect(octokit.asked.filter((it) => it.startsWith('pull')).slice(0, 3)).toEqual([
      'pullRequests ASC 50',
      'pullRequests ASC 25',
      'pullRequests ASC 12',
    ]);
  });

  it('gives up where even little is too much', async () => {
    const error = Object.assign(new Error('Bad gateway'), { status: 502, request: {} });

    await expect(pagesOf(server(threads, () => error))).rejects.toBe(error);
  });

  it('goes without discussions where the installation has not given them', async () => {
    const error = Object.assign(new Error('no'), { name: 'GraphqlResponseError', errors: [{ type: 'FORBIDDEN' }] });
    const octokit = server(threads, (_first, connection) => (connection === 'discussions' ? error : null));

    expect(numbers(await pagesOf(octokit))).not.toContain('7');
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  nothingRead,
  readThreadHistory,
  type ThreadCursors,
  type ThreadHistoryPage,
} from '../../src/github/thread-history.ts';

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
      spoken: { nodes: [] },
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

/** A server that holds these threads and gives at most two a page; its cursors name the thread before. */
function server(
  threads: Partial<Record<Connection, Thread[]>>,
  fail: (first: number, connection: Connection, asked: number) => Error | null = () => null,
) {
  const asked: string[] = [];
  return {
    asked,
    async graphql(query: string, variables: Record<string, unknown>): Promise<unknown> {
      const connection = (/page: (\w+)/.exec(query)?.[1] ?? 'issues') as Connection;
      asked.push(`${connection} ${variables.first} ${variables.after}`);
      const error = fail(Number(variables.first), connection, asked.length);
      if (error !== null) throw error;
      const since = String(variables.since ?? '');
      const all = (threads[connection] ?? []).filter(({ updatedAt }) => updatedAt >= since);
      const sorted = all.toSorted((a, b) => (a.updatedAt > b.updatedAt ? -1 : 1));
      const after = variables.after === null ? '9' : String(variables.after);
      const rest = sorted.filter(({ updatedAt }) => updatedAt < after);
      const nodes = rest.slice(0, 2).map((thread) => node(connection, thread));
      const pageInfo = { hasNextPage: rest.length > 2, endCursor: rest[1]?.updatedAt ?? null };
      return { repository: { page: { totalCount: sorted.length, pageInfo, nodes } } };
    },
  };
}

async function pagesOf(
  octokit: ReturnType<typeof server>,
  since: ThreadCursors = nothingRead,
): Promise<ThreadHistoryPage[]> {
  const pages: ThreadHistoryPage[] = [];
  for await (const page of readThreadHistory(octokit, ref, since)) pages.push(page);
  return pages;
}

function readTo(updatedAt: string): ThreadCursors {
  const cursor = { updatedAt, unfinished: null };
  return { issue: cursor, pull: cursor, discussion: cursor };
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
      expect.objectContaining({ id: '4', duplicateOf: null }),
      expect.objectContaining({ id: '3', duplicateOf: '1' }),
    ]);
  });

  it('gives issues, pulls and discussions in step, the latest first, and says where to go on', async () => {
    const pages = await pagesOf(server(threads));

    expect(numbers(pages)).toEqual(['6', '5', '8', '4', '7', '2', '1', '3']);
    expect(pages.at(-1)).toMatchObject({
      done: 8,
      total: 8,
      cursors: {
        issue: { updatedAt: day(6), unfinished: null },
        pull: { updatedAt: day(8), unfinished: null },
        discussion: { updatedAt: day(7), unfinished: null },
      },
    });
  });

  it('reads only what was updated since', async () => {
    const octokit = server(threads);

    const pages = await pagesOf(octokit, readTo(day(5)));

    expect(numbers(pages).toSorted()).toEqual(['5', '6', '7', '8']);
    expect(octokit.asked).toEqual(['issues 20 null', 'pullRequests 20 null', 'discussions 20 null']);
  });

  describe('cut off anywhere', () => {
    const many = {
      issues: [1, 2, 3, 4, 5, 6].map((n) => ({ number: n, updatedAt: day(n) })),
      pullRequests: [7, 8, 9].map((n) => ({ number: n, updatedAt: day(n - 3) })),
    };
    const requests = 6;

    it.each(Array.from({ length: requests }, (_, n) => n + 1))('at request %i, asks for no page again', async (at) => {
      const cutOff = server(many, (_first, _connection, asked) => (asked === at ? new Error('killed') : null));
      const before: ThreadHistoryPage[] = [];
      let kept = nothingRead;
      await (async () => {
        for await (const page of readThreadHistory(cutOff, ref, kept)) {
          before.push(page);
          kept = page.cursors;
        }
      })().catch(() => undefined);
      const octokit = server(many);

      const pages = await pagesOf(octokit, kept);

      expect(new Set(numbers([...before, ...pages]))).toEqual(new Set(['1', '2', '3', '4', '5', '6', '7', '8', '9']));
      const seen = cutOff.asked.slice(0, -1);
      expect(octokit.asked.filter((one) => seen.includes(one) && !one.endsWith('null'))).toEqual([]);
      expect(pages.at(-1)?.cursors.issue).toEqual({ updatedAt: day(6), unfinished: null });
    });

    it('reads what was updated meanwhile as well, and counts what was given before', async () => {
      const [first] = await pagesOf(server({ issues: many.issues }));
      const updated = { issues: [...many.issues.slice(1), { number: 1, updatedAt: '2026-01-07T00:00:00Z' }] };

      const pages = await pagesOf(server(updated), first?.cursors);

      expect(first?.cursors.issue.unfinished).toMatchObject({ newest: day(6), given: 2 });
      expect(numbers(pages)).toEqual(['4', '3', '2', '1', '6']);
      expect(pages.map(({ done }) => done)).toEqual([4, 5, 7]);
      expect(pages.at(-1)?.cursors.issue).toEqual({ updatedAt: '2026-01-07T00:00:00Z', unfinished: null });
    });

    it('starts anew where GitHub does not know the page any more', async () => {
      const unknown = { name: 'GraphqlResponseError', errors: [{ type: 'INVALID_CURSOR_ARGUMENTS' }] };
      const unfinished = { newest: day(6), after: 'lost', given: 2 };
      const since = { ...nothingRead, issue: { updatedAt: null, unfinished } };
      const octokit = server({ issues: many.issues }, () =>
        octokit.asked.at(-1)?.endsWith('lost') ? Object.assign(new Error('no'), unknown) : null,
      );

      const pages = await pagesOf(octokit, since);

      expect(numbers(pages)).toEqual(['6', '5', '4', '3', '2', '1']);
      expect(pages.at(-1)).toMatchObject({ done: 6, total: 6 });
    });
  });

  it('gives nothing where there is nothing', async () => {
    expect(await pagesOf(server({}))).toEqual([]);
    expect(await pagesOf(server(threads), readTo('2027-01-01T00:00:00Z'))).toEqual([]);
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
      'pullRequests 50 null',
      'pullRequests 25 null',
      'pullRequests 12 null',
    ]);
  });

  it('gives up where even little is too much', async () => {
    const error = Object.assign(new Error('Bad gateway'), { status: 502, request: {} });

    await expect(pagesOf(server(threads, () => error))).rejects.toBe(error);
  });

  it('goes without a thread that GitHub cannot tell of', async () => {
    const messages = [{ type: 'INTERNAL', path: ['repository', 'page', 'nodes', 0], message: 'Something went wrong' }];
    const whole = server({ issues: threads.issues });
    const broken = {
      ...whole,
      async graphql(query: string, variables: Record<string, unknown>): Promise<unknown> {
        const answer = (await whole.graphql(query, variables)) as { repository: { page: { nodes: object[] } } };
        if (!query.includes('page: issues') || variables.after !== null) return answer;
        const [first, ...others] = answer.repository.page.nodes;
        answer.repository.page.nodes = [{ ...first, title: null }, ...others];
        const error = { name: 'GraphqlResponseError', errors: messages, data: answer };
        throw Object.assign(new Error('Something went wrong'), error);
      },
    };

    expect(numbers(await pagesOf(broken))).toEqual(['5', '2', '1']);
    expect(whole.asked.filter((it) => it.startsWith('issues')).slice(0, 4)).toEqual([
      'issues 100 null',
      'issues 50 null',
      'issues 25 null',
      'issues 12 null',
    ]);
  });

  it('goes without discussions where the installation has not given them', async () => {
    const error = Object.assign(new Error('no'), { name: 'GraphqlResponseError', errors: [{ type: 'FORBIDDEN' }] });
    const octokit = server(threads, (_first, connection) => (connection === 'discussions' ? error : null));

    expect(numbers(await pagesOf(octokit))).not.toContain('7');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { ChangeFact, Fact, ThreadFact } from '../../src/domain/fact.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';
import { isNewcomer, recommend } from '../../src/triage/recommend.ts';
import { aReading } from '../fakes/github.ts';

const AT = '2026-06-02T00:00:00Z';
const CACHE = { title: 'Cache eviction drops entries', body: 'The cache evicts entries too early.' };
const PROXY = { title: 'Proxy ignores the environment', body: 'The network proxy is not read.' };

function modelOf(facts: Fact[]) {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  return model;
}

function finished(id: number, who: string, over: Partial<ThreadFact>): ThreadFact {
  const end = { state: 'closed', closedAt: '2026-05-20T00:00:00Z', outcome: 'completed' } as const;
  const people = { assignees: [who], participants: [who], author: `asker-${who}` };
  return aReading({ id: String(id), time: '2026-05-10T00:00:00Z', ...people, ...end, ...over }).fact;
}

function change(id: string, author: string, path: string): ChangeFact {
  const files = [{ path, added: 1, deleted: 0 }];
  return { kind: 'change', id, time: '2026-05-01T00:00:00Z', author, reviewers: [], files, title: '', body: '' };
}

function open(id: number, over: Partial<ThreadFact>): ThreadFact {
  return aReading({ id: String(id), time: '2026-06-01T00:00:00Z', author: 'kai', labels: [], ...over }).fact;
}

const past = Array.from({ length: 24 }, (_, n) =>
  n % 2 === 0 ? finished(100 + n, 'ada', CACHE) : finished(100 + n, 'bo', PROXY),
);

function ask(login: string, facts: Fact[], leftOut: string[] = []) {
  const threads = facts.filter((fact) => fact.kind === 'thread');
  return recommend(modelOf(facts), login, {
    at: AT,
    most: { tasks: 3, articles: 2, people: 2 },
    silentDays: 90,
    leftOut: (one) => leftOut.includes(one.toLowerCase()),
    readThreads: async (ids) => threads.filter(({ id }) => ids.includes(id)),
    rest: async () => {},
  });
}

async function tasksOf(login: string, facts: Fact[]): Promise<string[]> {
  return (await ask(login, facts)).tasks.map(({ id }) => id);
}

describe('a newcomer', () => {
  it('has done next to nothing here, asking aside', () => {
    const changes = ['1', '2', '3'].map((id) => change(id, 'ada', 'a'));
    const model = modelOf([...changes, change('4', 'bo', 'a'), aReading({ author: 'eve' }).fact]);

    expect(['ada', 'ADA', 'bo', 'eve', 'nobody'].map((login) => isNewcomer(model, login, AT))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('tasks for somebody', () => {
  const facts = [...past, open(1, CACHE), open(2, PROXY)];

  it('are what they know about, with reasons', async () => {
    const { tasks } = await ask('Ada', facts);

    expect(tasks.map(({ id }) => id)).toEqual(['1']);
    expect(tasks[0]?.probability).toBeGreaterThan(0.5);
    expect(tasks[0]?.reasons.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['took-similar', 'fitting-difficulty']),
    );
    expect(await tasksOf('bo', facts)).toEqual(['2']);
  });

  it.each<[string, Partial<ThreadFact>]>([
    ['their own', { author: 'ada' }],
    ['somebody else’s', { assignees: ['bo'] }],
    ['a pull request', { type: 'pull' }],
    ['closed', { state: 'closed', closedAt: AT, outcome: 'not-planned' }],
    ['answered', { type: 'discussion', outcome: 'answered' }],
    ['locked', { locked: true }],
    ['about to be closed as stale', { labels: ['stale'] }],
    ['on hold', { labels: ['status: blocked'] }],
  ])('are never what is %s', async (_, over) => {
    expect(await tasksOf('ada', [...past, open(1, { ...CACHE, ...over })])).toEqual([]);
  });

  it('are for newcomers first what is meant for them, then what looks easy', async () => {
    const hard = Array.from({ length: 12 }, (_, n) =>
      finished(200 + n, 'bo', {
        ...{ title: `Scheduler rewrite ${n}`, time: '2026-01-01T00:00:00Z', participants: ['bo', 'cy', 'dee'] },
      }),
    );
    const tasks = [
      open(1, CACHE),
      open(2, { title: 'Scheduler rewrite again' }),
      open(3, { ...PROXY, labels: ['Good-First-Issue'] }),
    ];

    expect(await tasksOf('eve', [...past, ...hard, ...tasks])).toEqual(['3', '1']);
  });

  it('are not all alike', async () => {
    const lists = Array.from({ length: 4 }, (_, n) => open(10 + n, CACHE));
    const mixed = [...past.map((fact) => ({ ...fact, assignees: ['ada'] })), ...lists, open(2, PROXY)];

    expect(await tasksOf('ada', mixed)).toContain('2');
  });
});

describe('what else is recommended', () => {
  const document: Fact = {
    ...{ kind: 'document', id: 'docs/cache.md', url: 'https://docs.example/cache', title: 'Cache eviction' },
    body: 'How eviction of cache entries works.',
  };
  const article = { ...document, id: 'https://blog.example/evict', url: 'https://blog.example/evict' };
  const shared = ['ada', 'cy', 'dee'].flatMap((login) =>
    [1, 2].map((n) => change(`${login}${n}`, login, `src/cache/${n}.ts`)),
  );
  const facts = [...past, ...shared, change('other', 'gil', 'lib/net.ts')];

  it('are documents and articles about what they work on, but not what they wrote', async () => {
    const { articles } = await ask('ada', [...facts, document, article, change('d', 'ada', 'docs/cache.md')]);

    expect(articles).toEqual([
      {
        ...{ id: article.id, url: article.url, title: 'Cache eviction' },
        fits: { kind: 'thread', id: expect.stringMatching(/^1\d\d$/) },
        terms: expect.arrayContaining(['Cache', 'eviction']),
      },
    ]);
  });

  it('are documents about the tasks, for whoever has done nothing yet', async () => {
    const { articles } = await ask('eve', [...facts, document, open(1, { ...CACHE, labels: ['help wanted'] })]);

    expect(articles.map(({ id, fits }) => [id, fits])).toEqual([['docs/cache.md', { kind: 'thread', id: '1' }]]);
  });

  it('are people who work on the same, with whom they have not dealt', async () => {
    const met = { ...change('met', 'ada', 'src/cache/1.ts'), reviewers: ['cy'] };
    const names = async (some: Fact[], leftOut: string[] = []) =>
      (await ask('ada', some, leftOut)).people.map(({ login }) => login);

    expect(await names(facts)).toEqual(['cy', 'dee']);
    expect(await names([...facts, met])).toEqual(['dee']);
    expect(await names(facts, ['dee'])).toEqual(['cy']);
  });

  it('is nothing for whom nothing is known and where nothing is open', async () => {
    expect(await ask('nobody', [...facts, document])).toEqual({ tasks: [], articles: [], people: [] });
  });
});

import { type Fact, factId } from '../../src/domain/fact.ts';
import { emptyTask, type Task } from '../../src/domain/task.ts';
import type { RepositoryModel } from '../../src/match/repository-model.ts';

/** Numbers from 0 to 1 that look random and repeat for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function shuffled<Item>(items: Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

const LOGINS = ['ann', 'Bob', 'cas', 'Dee', 'eve', 'fay', 'dependabot[bot]'];
const PATHS = ['src/queue/worker.ts', 'src/queue/retry.ts', 'src/web/page.ts', 'docs/guide.md', 'README.md'];
const WORDS = ['queue', 'worker', 'retry', 'page', 'crash', 'guide', 'slow', '连接池', 'timeout'];
const LABELS = ['bug', 'feature', 'docs'];
export const DAY_MS = 86_400_000;
export const START = Date.parse('2024-01-01T00:00:00Z');

/** A made-up history of changes, threads, documents and people over two years, several at the same time. */
export function smallHistory(seed: number, size: number): Fact[] {
  const random = seededRandom(seed);
  const one = <Item>(items: Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const some = <Item>(items: Item[], share: number): Item[] => items.filter(() => random() < share);
  const words = (count: number) => Array.from({ length: count }, () => one(WORDS)).join(' ');
  return Array.from({ length: size }, (_, at): Fact => {
    const time = new Date(START + Math.floor(random() * 40) * 18 * DAY_MS + 1234).toISOString();
    const kind = random();
    if (kind < 0.5) {
      const files = some(PATHS, 0.4).map((path) => ({ path, added: 1, deleted: null }));
      const author = random() < 0.1 ? null : one(LOGINS);
      return {
        kind: 'change',
        id: `c${at}`,
        time,
        author,
        reviewers: some(LOGINS, 0.2),
        files,
        title: words(2),
        body: '',
      };
    }
    if (kind < 0.85) {
      const open = random() < 0.3;
      return {
        kind: 'thread',
        type: 'issue',
        id: `${at}`,
        time,
        author: one(LOGINS),
        title: words(3),
        body: words(12),
        labels: some(LABELS, 0.4),
        assignees: some(LOGINS, 0.2),
        participants: some(LOGINS, 0.2),
        state: open ? 'open' : 'closed',
        closedAt: open ? null : time,
        outcome: open ? null : 'completed',
        ...(random() < 0.3 && { fixedBy: { kind: random() < 0.5 ? 'pull' : 'commit', id: `${at - 1}` } }),
        ...(random() < 0.3 && { duplicateOf: random() < 0.3 ? null : `${at >> 1}` }),
        ...(random() < 0.2 && { answer: words(6) }),
      };
    }
    if (kind < 0.95) return { kind: 'document', id: `d${at}.md`, url: `d${at}`, title: words(2), body: words(20) };
    return { kind: 'person', login: one(LOGINS).toUpperCase(), organisation: null, bot: random() < 0.5 };
  });
}

/** The history as a set: the last of each id. */
export function latestOfEach(facts: Fact[]): Fact[] {
  return [...new Map(facts.map((fact) => [`${fact.kind}:${factId(fact)}`, fact])).values()];
}

const TASKS: Task[] = [
  { ...emptyTask, type: 'change', author: 'BOB', files: [{ path: 'src/queue/worker.ts', added: 3, deleted: 1 }] },
  { ...emptyTask, type: 'pull', files: [{ path: 'src/queue/new.ts', added: 3, deleted: 1 }], title: 'retry' },
  { ...emptyTask, author: 'ann', title: 'queue worker crash', body: 'in src/queue/retry.ts 连接池', labels: ['bug'] },
];

/** Everything the model can be asked, as one text. */
export function allAnswers(model: RepositoryModel): string {
  const at = new Date(START + 800 * DAY_MS).toISOString();
  const early = new Date(START + 300 * DAY_MS).toISOString();
  const answers = TASKS.flatMap((task) =>
    [at, early].map((moment) => ({
      reviewers: model.reviewers(task, { at: moment, k: 10 }),
      assignees: model.assignees(task, { at: moment, k: 10 }),
      labels: model.labels(task, { at: moment, k: 10 }),
      related: model.related(task, { at: moment, k: 10 }),
    })),
  );
  const people = LOGINS.map((login) => [model.openLoad(login), model.idleMs(login, at)]);
  const contents = ['1', '2', '3', 'd4.md'].map(model.content);
  return JSON.stringify({ answers, people, contents, size: model.size() });
}

import { describe, expect, it } from '@jest/globals';
import type { ChangeFact, Fact, ThreadFact } from '../../src/domain/fact.ts';
import { emptyTask } from '../../src/domain/task.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';

const NOW = Date.parse('2026-01-10T00:00:00Z');

const thread: ThreadFact = {
  kind: 'thread',
  type: 'issue',
  id: '1',
  time: '2026-01-01T00:00:00Z',
  author: 'ann',
  title: 'Lost jobs of the queue',
  body: '',
  labels: [],
  assignees: ['Bob', 'bob', 'ci[bot]'],
  participants: ['cas', 'robo'],
  state: 'open',
  closedAt: null,
  outcome: null,
};
const change: ChangeFact = {
  kind: 'change',
  id: 'c1',
  time: '2026-01-01T00:00:00Z',
  author: 'robo',
  reviewers: ['ann', 'ci[bot]'],
  files: [{ path: 'src/queue.ts', added: 1, deleted: 0 }],
  title: '',
  body: '',
};
const robo: Fact = { kind: 'person', login: 'robo', organisation: null, bot: true };
const closed = { state: 'closed', closedAt: '2026-01-05T00:00:00Z' } as const;

function workOf(facts: Fact[], at = NOW) {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  return model.work(at);
}

describe('known work', () => {
  it('names each human once and no bot', () => {
    const work = workOf([thread, change, robo]);
    const logins = (people: number[] = []) => people.map(work.login);

    expect(logins(work.threads[0]?.assignees)).toEqual(['Bob']);
    expect(logins(work.threads[0]?.participants)).toEqual(['cas']);
    expect(work.changes[0]?.author).toBeNull();
    expect(logins(work.changes[0]?.reviewers)).toEqual(['ann']);
  });

  it.each([
    ['open', thread],
    ['finished', { ...thread, ...closed }],
    ['finished', { ...thread, ...closed, outcome: 'completed' }],
    ['dropped', { ...thread, ...closed, outcome: 'not-planned' }],
    ['dropped', { ...thread, ...closed, outcome: 'duplicate' }],
    ['finished', { ...thread, ...closed, type: 'pull', outcome: 'merged' }],
    ['dropped', { ...thread, ...closed, type: 'pull' }],
    ['finished', { ...thread, type: 'discussion', outcome: 'answered' }],
    ['open', { ...thread, ...closed, closedAt: '2026-01-11T00:00:00Z' }],
  ] as [string, ThreadFact][])('tells a thread that is %s (%#)', (standing, fact) => {
    expect(workOf([fact]).threads[0]?.standing).toBe(standing);
  });

  it('does not know what comes later or has no time', () => {
    const later = { time: '2026-02-01T00:00:00Z' };
    const facts = [
      { ...thread, ...later },
      { ...change, ...later },
      { ...change, id: 'c2', time: 'yesterday' },
    ];
    const work = workOf(facts);

    expect([work.changes, work.threads]).toEqual([[], []]);
    expect(work.similarThreads({ ...emptyTask, title: thread.title }, 5)).toEqual([]);
  });

  it('counts what somebody held at the time', () => {
    const pull: ThreadFact = { ...thread, ...closed, id: '2', type: 'pull', assignees: [], requested: ['bob'] };
    const loadAt = (at: number) => {
      const work = workOf([thread, pull], at);
      return work.openLoad(work.find('bob') ?? 0);
    };

    expect(loadAt(Date.parse('2026-01-04T00:00:00Z'))).toBe(2);
    expect(loadAt(NOW)).toBe(1);
  });
});

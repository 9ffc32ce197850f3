import { describe, expect, it } from '@jest/globals';
import type { Fact } from '../../src/domain/fact.ts';
import type { NextTask } from '../../src/domain/next-task.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';
import { isNewcomer, nextTasks, taskFor, threadsToTake } from '../../src/triage/next-tasks.ts';
import { aReading } from '../fakes/github.ts';

const AT = '2026-06-02T00:00:00Z';

function modelOf(facts: Fact[]) {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  return model;
}

function aTask(over: Partial<NextTask>): NextTask {
  return { id: '1', type: 'issue', title: '', probability: 0, welcome: null, reasons: [], ...over };
}

describe('threads to take', () => {
  it('are open, nobody’s, and no pull requests; the latest come first', () => {
    const facts = [
      aReading({ id: '1', time: '2026-05-01T00:00:00Z' }).fact,
      aReading({ id: '2', assignees: ['ada'] }).fact,
      aReading({ id: '3', state: 'closed', closedAt: '2026-06-01T00:00:00Z', outcome: 'completed' }).fact,
      aReading({ id: '4', type: 'pull' }).fact,
      aReading({ id: '5', type: 'discussion', outcome: 'answered' }).fact,
      aReading({ id: '6', type: 'discussion' }).fact,
    ];

    expect(threadsToTake(modelOf(facts))).toEqual(['6', '1']);
  });
});

describe('a newcomer', () => {
  const change = (id: string, author: string): Fact => {
    const files = [{ path: 'a', added: 1, deleted: 0 }];
    return { kind: 'change', id, time: '2026-05-01T00:00:00Z', author, reviewers: [], files, title: '', body: '' };
  };

  it('has done next to nothing here, asking aside', () => {
    const facts = [change('1', 'ada'), change('2', 'ada'), change('3', 'ada'), change('4', 'bo')];
    const model = modelOf([...facts, aReading({ author: 'eve' }).fact]);

    expect(['ada', 'ADA', 'bo', 'eve', 'nobody'].map((login) => isNewcomer(model, login, AT))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('a task for somebody', () => {
  const about = { title: 'Cache eviction drops entries', body: 'The cache evicts entries.' };
  const taken = Array.from({ length: 20 }, (_, i) => {
    const end = { state: 'closed', closedAt: '2026-05-30T00:00:00Z', outcome: 'completed' } as const;
    const people = { assignees: ['ada'], participants: ['ada'] };
    return aReading({ id: String(100 + i), time: '2026-05-01T00:00:00Z', ...about, ...people, ...end }).fact;
  });
  const model = modelOf(taken);

  it('is what they know about, with reasons', () => {
    const task = taskFor('Ada', aReading({ ...about }).fact, model, AT);

    expect(task).toMatchObject({ id: '5', welcome: null });
    expect(task?.probability).toBeGreaterThan(0.5);
    expect(task?.reasons.map(({ kind }) => kind)).toContain('took-similar');
  });

  it.each(['good first issue', 'Good-First-Issue', 'E-help-wanted', 'difficulty: easy', 'status: up for grabs'])(
    'is what is labelled %s for whoever comes',
    (label) => {
      expect(taskFor('eve', aReading({ labels: [label] }).fact, model, AT)).toMatchObject({
        welcome: label,
        reasons: [],
      });
    },
  );

  it.each([
    ['their own', { author: 'eve', labels: ['help wanted'] }],
    ['somebody else’s', { assignees: ['bo'], labels: ['help wanted'] }],
    ['what nothing speaks for', { labels: ['uneasy', 'helpless'] }],
  ])('is never %s', (_, fact) => {
    expect(taskFor('eve', aReading(fact).fact, model, AT)).toBeNull();
  });
});

describe('next tasks', () => {
  const tasks = [
    aTask({ id: '1', probability: 0.2 }),
    aTask({ id: '2', probability: 0.9 }),
    aTask({ id: '3', welcome: 'help wanted' }),
    aTask({ id: '4', welcome: 'help wanted', probability: 0.1 }),
  ];
  const ids = (newcomer: boolean) => nextTasks(tasks, { newcomer }).map(({ id }) => id);

  it('are for newcomers first what is meant for them, for others what fits', () => {
    expect(ids(true)).toEqual(['4', '3', '2', '1']);
    expect(ids(false)).toEqual(['2', '1', '4', '3']);
  });

  it('are few', () => {
    const many = Array.from({ length: 50 }, (_, i) => aTask({ id: String(i), probability: 0.5 }));

    expect(nextTasks(many, { newcomer: false })).toHaveLength(5);
  });
});

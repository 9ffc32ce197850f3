import { describe, expect, it } from '@jest/globals';
import type { ChangeFact, Fact, ThreadFact } from '../../src/domain/fact.ts';
import { emptyTask } from '../../src/domain/task.ts';
import { fileKnowers } from '../../src/match/file-knowers.ts';
import { createModelParts, learnFact } from '../../src/match/model-parts.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';

const AT = '2026-06-01T00:00:00Z';

function change(id: string, time: string, author: string, reviewers: string[], paths: string[]): ChangeFact {
  const files = paths.map((path) => ({ path, added: 1, deleted: 0 }));
  return { kind: 'change', id, time, author, reviewers, files, title: '', body: '' };
}

function openIssue(id: string, assignee: string): ThreadFact {
  return {
    kind: 'thread',
    type: 'issue',
    id,
    time: '2026-03-01T00:00:00Z',
    author: 'zoe',
    title: '',
    body: '',
    labels: [],
    assignees: [assignee],
    participants: [],
    state: 'open',
    closedAt: null,
    outcome: null,
  };
}

function learnt(facts: Fact[]) {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  return model;
}

/** Ann and Bob reviewed as much, at the same times. */
const even: Fact[] = ['2026-05-01', '2026-05-05', '2026-05-09'].map((day, at) =>
  change(`x${at}`, `${day}T00:00:00Z`, 'zoe', ['ann', 'bob'], ['b/known']),
);
const task = { ...emptyTask, type: 'pull' as const, author: 'zoe', files: [{ path: 'b/new', added: 1, deleted: 0 }] };

describe('work among near-equal reviewers', () => {
  it('goes first to the one who holds less', () => {
    const plain = learnt(even)
      .reviewers(task, { at: AT, k: 2 })
      .map(({ login }) => login);
    const [first = '', second = ''] = plain;
    const model = learnt([...even, openIssue('1', first)]);

    const shared = model.reviewers(task, { at: AT, k: 2, shareLoad: true });
    const onlyOne = model.reviewers(task, { at: AT, k: 1, shareLoad: true });

    expect(shared.map(({ login }) => login)).toEqual([second, first]);
    expect(onlyOne.map(({ login }) => login)).toEqual([second]);
  });

  it('is no other where it is not asked for, and has the same people either way', () => {
    const model = learnt([...even, openIssue('1', 'ann')]);
    const plain = model.reviewers(task, { at: AT, k: 10 });

    expect(model.reviewers(task, { at: AT, k: 10, spreadKnowledge: false, shareLoad: false })).toEqual(plain);
    const spread = model.reviewers(task, { at: AT, k: 10, spreadKnowledge: true });
    expect(spread.map(({ login }) => login).toSorted()).toEqual(plain.map(({ login }) => login).toSorted());
  });
});

describe('load', () => {
  it('counts open issues, open pulls and open review requests, each thread once', () => {
    const pull: ThreadFact = { ...openIssue('2', 'ann'), type: 'pull', requested: ['ann', 'Bob'] };
    const closed: ThreadFact = { ...openIssue('3', 'ann'), state: 'closed', closedAt: AT, outcome: 'completed' };
    const model = learnt([openIssue('1', 'ann'), pull, closed]);

    expect([model.openLoad('ann'), model.openLoad('BOB'), model.openLoad('cas')]).toEqual([2, 1, 0]);
  });

  it('is let go when a review request was answered', () => {
    const pull: ThreadFact = { ...openIssue('2', 'ann'), type: 'pull', assignees: [], requested: ['bob'] };
    const model = learnt([pull, { ...pull, requested: [] }]);

    expect(model.openLoad('bob')).toBe(0);
  });
});

describe('who knows a file', () => {
  const paths = ['a', 'never-seen'];
  const question = { paths, author: 'zoe', time: Date.parse(AT), silentAfterMs: 180 * 86_400_000 };

  function knowers(facts: Fact[]): string[][] {
    const parts = createModelParts();
    for (const fact of facts) learnFact(parts, fact);
    return fileKnowers(parts, question).map((people) => [...people].map(parts.people.loginOf).toSorted());
  }

  it('is who wrote or reviewed it and is still there, but not the author of the change', () => {
    const facts = [
      change('1', '2026-04-01T00:00:00Z', 'ann', ['bob', 'zoe'], ['a']),
      change('2', '2025-06-01T00:00:00Z', 'gone', [], ['a']),
    ];

    expect(knowers(facts)).toEqual([['ann', 'bob']]);
  });

  it('is not who touched it long ago, or in a change of very many files', () => {
    const many = Array.from({ length: 200 }, (_, at) => `many/${at}`);
    const facts = [
      change('1', '2022-01-01T00:00:00Z', 'ann', [], ['a']),
      change('2', '2026-05-01T00:00:00Z', 'ann', ['bob'], ['a', ...many]),
    ];

    expect(knowers(facts)).toEqual([[]]);
  });
});

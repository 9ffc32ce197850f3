import { describe, expect, it } from '@jest/globals';
import type { ChangeFact } from '../../src/domain/fact.ts';
import { emptyTask } from '../../src/domain/task.ts';
import { createRepositoryModel, type RepositoryModel } from '../../src/match/repository-model.ts';

function change(id: string, title: string, reviewer: string): ChangeFact {
  const files = [{ path: `src/${id}.ts`, added: 1, deleted: 0 }];
  return {
    kind: 'change',
    id,
    time: '2024-01-01T00:00:00Z',
    author: 'ann',
    reviewers: [reviewer],
    files,
    title,
    body: '',
  };
}

function fitOfTitles(model: RepositoryModel, title: string): [string, number][] {
  const options = { at: '2024-02-01T00:00:00Z', k: 5, explain: true };
  return model
    .reviewers({ ...emptyTask, type: 'change', author: 'eve', title }, options)
    .map(({ login, evidence = [] }): [string, number] => [
      login,
      evidence.find(({ feature }) => feature === 'reviewedTitles')?.value ?? Number.NaN,
    ])
    .toSorted();
}

describe('words of titles', () => {
  it('speak for who reviewed changes with such words', () => {
    const model = createRepositoryModel();
    model.learn(change('c1', 'queue: retry jobs', 'bob'));
    model.learn(change('c2', 'page: draw tables', 'cas'));

    const fit = new Map(fitOfTitles(model, 'queue: retry again'));

    expect(fit.get('bob')).toBeGreaterThan(fit.get('cas') ?? 0);
  });

  it('weigh the same whether a word was never met or is forgotten', () => {
    const met = createRepositoryModel();
    const never = createRepositoryModel();
    for (const model of [met, never]) model.learn(change('c1', 'queue: retry jobs', 'bob'));
    met.learn(change('c2', 'again', 'cas'));
    met.remove('change', 'c2');

    expect(fitOfTitles(met, 'queue: retry again')).toEqual(fitOfTitles(never, 'queue: retry again'));
  });
});

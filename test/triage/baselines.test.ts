import { describe, expect, it } from '@jest/globals';
import type { ThreadFact } from '../../src/domain/fact.ts';
import { emptyTask, type Task } from '../../src/domain/task.ts';
import { parseCodeowners } from '../../src/match/codeowners.ts';
import { createBaselines } from '../../src/triage/baselines.ts';

const AT = '2026-01-10T00:00:00Z';

function aTask(author: string, ...paths: string[]): Task {
  return { ...emptyTask, author, files: paths.map((path) => ({ path, added: null, deleted: null })) };
}

function aThread(id: string, assignees: string[]): ThreadFact {
  return {
    kind: 'thread',
    type: 'issue',
    id,
    time: AT,
    author: null,
    title: '',
    body: '',
    labels: [],
    assignees,
    participants: [],
    state: 'closed',
    closedAt: AT,
    outcome: null,
  };
}

describe('naive answers', () => {
  it('for reviewers are who was most active, who did most at the paths, and owners by share of the files', () => {
    const codeowners = parseCodeowners('* @cas\n/src/ @bob @acme/team\n/src/own.ts @ann');
    const baselines = createBaselines('reviewers', { k: 3, related: () => [], codeowners });
    const change = { kind: 'change' as const, title: '', body: '', author: 'ann', time: '2026-01-01T00:00:00Z' };
    baselines.learn({ ...change, id: '1', reviewers: ['bob'], files: aTask('', 'docs/a.md').files });
    baselines.learn({ ...change, id: '2', reviewers: ['bob'], files: aTask('', 'docs/b.md').files });
    baselines.learn({ ...change, id: '3', reviewers: ['dan'], files: aTask('', 'src/a.ts').files });

    const answers = baselines.answer(aTask('eve', 'src/a.ts', 'src/b.ts', 'src/own.ts'), AT);

    expect(Object.fromEntries(answers)).toEqual({
      'most-active': ['bob', 'dan'],
      'path-owners': ['ann', 'dan', 'bob'],
      codeowners: ['bob', 'ann'],
    });
    expect(baselines.answer(aTask('bob', 'src/a.ts'), AT).get('codeowners')).toEqual([]);
  });

  it('for assignees are who took the most similar threads', () => {
    const related = ['3', '9', '1'].map((id) => ({ id, kind: 'thread' as const, score: 1, reasons: [] }));
    const baselines = createBaselines('assignees', { k: 3, related: () => related, codeowners: null });
    baselines.learn(aThread('1', ['ann', 'bob']));
    baselines.learn(aThread('2', ['dan']));
    baselines.learn(aThread('3', ['bob']));

    const answers = baselines.answer(aTask('eve'), AT);

    expect(answers.get('nearest-thread')).toEqual(['bob', 'ann']);
    expect(answers.has('path-owners')).toBe(false);
  });

  it('are none for related content', () => {
    const baselines = createBaselines('related', { k: 3, related: () => [], codeowners: null });

    expect(baselines.answer(aTask('eve'), AT).size).toBe(0);
  });
});

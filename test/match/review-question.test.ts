import { describe, expect, it } from '@jest/globals';
import type { ChangeFact } from '../../src/domain/fact.ts';
import { emptyTask } from '../../src/domain/task.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';

function wrote(author: string, time: string, reviewers: string[] = []): ChangeFact {
  const files = [{ path: 'src/a.ts', added: 1, deleted: 0 }];
  return { kind: 'change', id: `${author} ${time}`, time, author, reviewers, files, title: '', body: '' };
}

/** Somebody who wrote long ago, somebody who reviewed long ago, and many who write now. */
function suggestedBeside(writers: number): string[] {
  const model = createRepositoryModel();
  model.learn(wrote('long-gone', '2020-01-01T00:00:00Z', ['old-reviewer']));
  for (let at = 0; at < writers; at++) model.learn(wrote(`writer-${at}`, '2024-01-01T00:00:00Z'));
  const task = { ...emptyTask, type: 'change' as const, files: [{ path: 'src/a.ts', added: 1, deleted: 0 }] };
  return model.reviewers(task, { at: '2024-02-01T00:00:00Z', k: 1_000 }).map(({ login }) => login);
}

describe('who is looked at for a review', () => {
  it('is everybody in a small community', () => {
    expect(suggestedBeside(20)).toEqual(expect.arrayContaining(['long-gone', 'old-reviewer', 'writer-7']));
  });

  it('is in a large one nobody who never reviewed and wrote nothing for a year', () => {
    const suggested = suggestedBeside(250);

    expect(suggested).not.toContain('long-gone');
    expect(suggested).toEqual(expect.arrayContaining(['old-reviewer', 'writer-7']));
  });
});

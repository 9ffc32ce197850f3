import { describe, expect, it } from '@jest/globals';
import type { DocumentFact } from '../../src/domain/fact.ts';
import { emptyTask } from '../../src/domain/task.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';

function aDocument(id: string, title: string): DocumentFact {
  return { kind: 'document', id, url: id, title, body: 'About cats.' };
}

describe('an article of a feed', () => {
  const model = createRepositoryModel();
  const article = 'https://blog.example.com/2026/paged-attention';
  model.learn(aDocument(article, 'How we made it fast'));
  model.learn(aDocument('docs/scheduler.md', 'Overview'));
  const related = (title: string, body = '') =>
    model.related({ ...emptyTask, title, body }, { at: '2026-06-01T00:00:00Z', k: 5 }).map(({ id }) => id);

  it('is not found by the words of its address, as a page of the repository is by those of its path', () => {
    expect(related('Logs', 'See https://blog.example.com/2026 for logs')).toEqual([]);
    expect(related('The scheduler stalls')).toEqual(['docs/scheduler.md']);
  });

  it('is found by what it says', () => {
    expect(related('Made cats fast')).toContain(article);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { DocumentFact } from '../../src/domain/fact.ts';
import type { RelatedItem } from '../../src/domain/suggestion.ts';
import { emptyTask } from '../../src/domain/task.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';
import { quoteRelated } from '../../src/triage/quote-related.ts';

const ref = { installationId: 1, owner: 'acme', repo: 'rocket' };
const url = 'https://github.com/acme/rocket/blob/main/docs/queue.md';
const page: DocumentFact = {
  kind: 'document',
  id: 'docs/queue.md',
  url,
  title: 'The queue',
  body: '# The queue\n\nJobs wait.\n\n## Retries\n\nSet `maxRetries` to limit how often a worker retries a failed job.',
};
const item: RelatedItem = {
  id: page.id,
  kind: 'document',
  score: 0.5,
  reasons: [],
  title: page.title,
  url,
  state: null,
  outcome: null,
  type: null,
};
const question = { ...emptyTask, title: 'How do I limit how often a worker retries a job?' };

function quoted(
  related: RelatedItem[],
  { task = question, fact = page }: { task?: typeof question; fact?: DocumentFact } = {},
) {
  const model = createRepositoryModel();
  model.learn(fact);
  const store = { readFact: async () => fact };
  return quoteRelated(related, { ref, task, model, store });
}

describe('related documents', () => {
  it('are named by the section that fits, and quoted where something is asked', async () => {
    expect(await quoted([item])).toEqual([
      {
        ...item,
        title: 'The queue › Retries',
        url: `${url}#retries`,
        quote: 'Set `maxRetries` to limit how often a worker retries a failed job.',
      },
    ]);
  });

  it('are not quoted where nothing is asked, nor where they hardly fit', async () => {
    const [told] = await quoted([item], { task: { ...question, title: 'A worker retries a job too often' } });
    const [unlikely] = await quoted([{ ...item, score: 0.05 }]);

    expect(told).toMatchObject({ url: `${url}#retries` });
    expect([told, unlikely].map((one) => one?.quote)).toEqual([undefined, undefined]);
  });

  it('of a feed keep their address', async () => {
    const address = 'https://example.com/post';
    const fact = { ...page, id: address, url: address };

    const [article] = await quoted([{ ...item, id: address, url: address }], { fact });

    expect(article).toMatchObject({ title: 'The queue', url: address });
    expect(article?.quote).toContain('maxRetries');
  });
});

import { describe, expect, it } from '@jest/globals';
import { type DocumentFact, type Fact, factId, type ThreadFact } from '../../src/domain/fact.ts';
import type { RelatedItem } from '../../src/domain/suggestion.ts';
import { emptyTask } from '../../src/domain/task.ts';
import { isQuestion } from '../../src/match/is-question.ts';
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
  { task = question, facts = [page] }: { task?: typeof question; facts?: Fact[] } = {},
) {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  const store = {
    readFact: async (_ref: unknown, kind: Fact['kind'], id: string) =>
      facts.find((fact) => fact.kind === kind && factId(fact) === id) ?? null,
  };
  return quoteRelated(related, { ref, task, asks: isQuestion(task), model, store });
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

    const [article] = await quoted([{ ...item, id: address, url: address }], { facts: [fact] });

    expect(article).toMatchObject({ title: 'The queue', url: address });
    expect(article?.quote).toContain('maxRetries');
  });
});

describe('related discussions', () => {
  const discussion: ThreadFact = {
    kind: 'thread',
    type: 'discussion',
    id: '7',
    time: '2026-01-01T00:00:00Z',
    author: 'ann',
    title: 'Endless retries',
    body: 'A worker retries a job for ever. Is there a limit to how often a worker retries a job?',
    labels: [],
    assignees: [],
    participants: [],
    state: 'open',
    closedAt: null,
    outcome: 'answered',
    answer: 'Yes.\n\nUse `maxRetries` to limit how often a worker retries. It is 25 by default.',
  };
  const talk: RelatedItem = {
    ...{ id: '7', kind: 'thread', type: 'discussion', score: 0.6, reasons: [], title: discussion.title, url: null },
    ...{ state: 'open', outcome: 'answered' },
  };

  it('are quoted by their accepted answer, in an issue that asks as in a discussion', async () => {
    for (const type of ['issue', 'discussion'] as const) {
      const [found] = await quoted([talk, item], { task: { ...question, type }, facts: [page, discussion] });

      expect(found).toEqual({ ...talk, quote: 'Use `maxRetries` to limit how often a worker retries.' });
    }
  });

  it('leave the quote to the next one where their answer says nothing of it, or where none was accepted', async () => {
    const beside = { ...discussion, answer: 'Thanks, closing.' };
    const { answer: _answer, ...unanswered } = discussion;

    for (const fact of [beside, unanswered]) {
      const [found, document] = await quoted([talk, item], { facts: [page, fact] });

      expect(found?.quote).toBeUndefined();
      expect(document?.quote).toContain('maxRetries');
    }
  });

  it('are never quoted where what was said came to nothing', async () => {
    const [found] = await quoted([{ ...talk, outcome: 'not-planned' }], { facts: [discussion] });

    expect(found?.quote).toBeUndefined();
  });

  it('are said to fail in the same place where their stack traces do', async () => {
    const trace = '    at Queue.poll (src/queue.ts:12:5)\n    at Worker.run (src/worker.ts:7:3)';
    const crash = { ...discussion, type: 'issue' as const, body: `Node 20.1.0 crashed:\n\n${trace}` };
    const task = { ...question, title: 'It crashes', body: `With node 20.1.0\n\n${trace}` };

    const [found] = await quoted([{ ...talk, outcome: null }], { task, facts: [crash] });

    expect(found?.reasons).toEqual([
      { kind: 'shares-trace', functions: ['Queue.poll', 'Worker.run'], versions: ['20.1.0'] },
    ]);
  });
});

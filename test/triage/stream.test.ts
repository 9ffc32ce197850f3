import { describe, expect, it } from '@jest/globals';
import { createRepositoryModel } from '../../src/match/repository-model.ts';
import { createStream } from '../../src/triage/stream.ts';

const change = {
  kind: 'change',
  id: 'c1',
  time: '2024-05-01T10:00:00Z',
  author: 'ann',
  reviewers: ['bob'],
  files: [{ path: 'src/queue/worker.ts', added: 3, deleted: 1 }],
  title: 'Retry',
  body: '',
};
const issue = {
  kind: 'thread',
  type: 'issue',
  id: '7',
  time: '2024-05-01T10:00:00Z',
  title: 'queue timeout',
  body: '',
};
const question = {
  kind: 'query',
  id: 'q1',
  time: '2024-05-02T10:00:00Z',
  want: ['reviewers'],
  k: 10,
  item: { type: 'change', author: 'ann', files: [{ path: 'src/queue/retry.ts', added: 1, deleted: 0 }] },
};

function answersTo(...lines: unknown[]) {
  const answer = createStream(createRepositoryModel());
  return lines.map((line) => answer(typeof line === 'string' ? line : JSON.stringify(line)));
}

function lastAnswerTo(...lines: unknown[]) {
  return JSON.parse(answersTo(...lines).at(-1) ?? 'null');
}

describe('the stream', () => {
  it('learns facts without a word', () => {
    const document = { kind: 'document', id: 'README.md', url: 'README.md', title: 'Read me', body: '' };
    const link = { kind: 'link', type: 'duplicate', from: '7', to: '8', time: '2024-05-01T10:00:00Z' };
    const person = { kind: 'person', login: 'ann', organisation: null, bot: false };

    expect(answersTo(change, issue, document, link, person, '', '  ')).toEqual(Array(7).fill(null));
  });

  it('answers a question in one line, from what was learnt before it', () => {
    const answer = lastAnswerTo(change, question);

    expect(answer).toEqual({
      id: 'q1',
      reviewers: [
        {
          login: 'bob',
          score: 1,
          probability: expect.any(Number),
          reasons: [
            { kind: 'reviewed', path: 'src/queue', times: 1, lastDays: 1 },
            { kind: 'reviewed-author', author: 'ann', times: 1 },
          ],
        },
      ],
    });
  });

  it('answers every kind that is wanted and no other', () => {
    const answer = lastAnswerTo(issue, {
      ...question,
      want: ['related', 'labels', 'assignees'],
      item: { type: 'issue', title: 'queue timeout again', body: null },
    });

    expect(Object.keys(answer)).toEqual(['id', 'related', 'labels', 'assignees']);
    expect(answer.related).toEqual([{ id: '7', score: expect.any(Number), reasons: [expect.anything()] }]);
  });

  it('takes an item that says it is a change by its kind', () => {
    const item = { kind: 'change', author: 'ann', files: question.item.files, reviewers: ['eve'] };

    expect(lastAnswerTo(change, { ...question, item }).reviewers[0].login).toBe('bob');
  });

  it('gives at most k answers', () => {
    expect(lastAnswerTo(change, { ...question, k: 0 })).toEqual({ id: 'q1', reviewers: [] });
  });

  it('passes over fields it does not know', () => {
    expect(lastAnswerTo({ ...change, colour: 'red' }, { ...question, colour: 'red' }).reviewers).toHaveLength(1);
  });

  it('replaces a fact by a later one of the same id', () => {
    const answer = lastAnswerTo(change, { ...change, reviewers: ['cas'] }, question);

    expect(answer.reviewers.map(({ login }: { login: string }) => login)).toEqual(['cas']);
  });

  it.each([
    ['{"kind":', 'not JSON'],
    ['7', 'Invalid input'],
    ['null', 'Invalid input'],
    ['{"kind":"truth","id":"q1","reviewers":["bob"]}', 'kind'],
    [JSON.stringify({ ...change, id: undefined }), 'id'],
    [JSON.stringify({ ...change, reviewers: 'bob' }), 'reviewers'],
    [JSON.stringify({ ...change, time: 'yesterday' }), 'expected a time'],
    [JSON.stringify({ ...change, files: [{ added: 1 }] }), 'files.0.path'],
    [JSON.stringify({ ...issue, type: 'riddle' }), 'type'],
    [JSON.stringify({ ...question, want: ['wisdom'] }), 'want'],
    [JSON.stringify({ ...question, k: -1 }), 'k'],
    [JSON.stringify({ ...question, item: undefined }), 'item'],
  ])('says what is wrong with %s and goes on', (line, message) => {
    const [, problem, , answer] = answersTo(change, line, '', question);

    expect(JSON.parse(problem ?? '')).toEqual({ error: { line: 2, message: expect.stringContaining(message) } });
    expect(JSON.parse(answer ?? '').reviewers).toHaveLength(1);
  });

  it('learns what a time in another notation lets it learn', () => {
    const answer = lastAnswerTo(
      { ...issue, time: '31/May/24 13:22' },
      {
        ...question,
        time: '01/Jun/24 08:00',
        want: ['related'],
        item: { title: 'queue timeout' },
      },
    );

    expect(answer.related).toHaveLength(1);
  });
});

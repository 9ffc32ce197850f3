import { describe, expect, it } from '@jest/globals';
import type { ThreadFact } from '../../src/domain/fact.ts';
import { emptyTask } from '../../src/domain/task.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';

const MATTERS = [
  ['The pool leaks connections', 'Every restart leaves ten sockets open until the server refuses more.', 'pool'],
  ['Queue stalls at night', 'Jobs wait for hours although workers idle.', 'queue'],
  ['Dark theme is unreadable', 'Grey letters on a black page.', 'web'],
  ['Upload fails for large files', 'Anything above two gigabytes ends with a timeout.', 'web'],
  ['Wrong total in the weekly report', 'Sums are taken twice when a week begins in another year.', 'report'],
  ['Retry forgets its payload', 'The second attempt runs with an empty message.', 'queue'],
] as const;
const COPIES = 8;

/** As the template of a repository asks for it: more words of the template than of the reporter. */
function filled(story: string): string {
  return [
    '<!-- Please read the contribution guide before reporting a leaking pool -->',
    '### Prerequisites',
    '- [x] I have searched the existing issues and discussions',
    '- [x] I am running the latest supported version of the software',
    '### Describe the bug in a clear and concise way',
    story,
    '### Steps to reproduce the behaviour',
    '_No response_',
    '### Screenshots, recordings and additional context',
    '_No response_',
    '### Would you be willing to submit a pull request?',
    'No',
  ].join('\n\n');
}

function thread(id: string, title: string, story: string, label: string): ThreadFact {
  return {
    kind: 'thread',
    type: 'issue',
    id,
    title,
    body: filled(story),
    labels: [label],
    author: 'ann',
    assignees: [],
    participants: [],
    state: 'open',
    closedAt: null,
    outcome: null,
    time: '2024-01-01T00:00:00Z',
  };
}

describe('threads that a template fills', () => {
  const model = createRepositoryModel();
  for (const [at, [title, story, label]] of MATTERS.entries()) {
    for (let copy = 0; copy < COPIES; copy += 1) {
      model.learn(thread(`${at}-${copy}`, `${title} (${copy})`, `${story} Seen on host${at}x${copy}.`, label));
    }
  }
  const at = '2024-02-01T00:00:00Z';
  const task = { ...emptyTask, title: 'It hangs', body: filled('After each restart sockets stay open.') };

  it('are found by what their writers say', () => {
    const found = model.related(task, { at, k: COPIES });

    expect(new Set(found.map(({ id }) => id.split('-')[0]))).toEqual(new Set(['0']));
  });

  it('are told by no word of the template', () => {
    const [best] = model.related(task, { at, k: 1 });
    const words = best?.reasons.flatMap((reason) => ('terms' in reason ? reason.terms : [])) ?? [];

    expect(words.map((word) => word.toLowerCase())).toEqual(expect.arrayContaining(['sockets']));
    expect(words.filter((word) => /screenshots|reproduce|prerequisites|response|pull/i.test(word))).toEqual([]);
  });

  it('get their labels by what their writers say', () => {
    const said = { ...task, title: 'Connections leak' };

    expect(model.labels(said, { at, k: 1 }).map(({ name }) => name)).toEqual(['pool']);
  });

  it('get their labels by the body alone where the title says nothing', () => {
    expect(model.labels(task, { at, k: 1 }).map(({ name }) => name)).toEqual(['pool']);
  });
});

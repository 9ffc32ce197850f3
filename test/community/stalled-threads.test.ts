import { describe, expect, it } from '@jest/globals';
import { type OpenThread, stalledThreads } from '../../src/community/stalled-threads.ts';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
const [ANN, BOB] = [1, 2];

const alone: OpenThread = {
  id: '1',
  type: 'issue',
  title: 'It hangs',
  time: NOW - 30 * DAY,
  author: ANN,
  assignees: [],
  participants: [ANN],
  requested: [],
  lastWord: undefined,
};

function turnOf(thread: Partial<OpenThread>) {
  return stalledThreads([{ ...alone, ...thread }], NOW, 14).map(({ turn, idleDays, isExact }) => [
    turn,
    idleDays,
    isExact,
  ]);
}

describe('stalled threads', () => {
  it.each<[string, Partial<OpenThread>, unknown[]]>([
    ['the maintainers where nobody else took part', {}, ['maintainers', 30, true]],
    ['the maintainers where nobody has spoken', { lastWord: null }, ['maintainers', 30, true]],
    [
      'the maintainers where the author spoke last',
      { lastWord: { at: NOW - 20 * DAY, byAuthor: true }, participants: [ANN, BOB] },
      ['maintainers', 20, true],
    ],
    [
      'the author where somebody else spoke last',
      { lastWord: { at: NOW - 16 * DAY, byAuthor: false } },
      ['author', 16, true],
    ],
    [
      'those who are asked to review, whoever spoke last',
      { type: 'pull', requested: [BOB], lastWord: { at: NOW - 16 * DAY, byAuthor: false } },
      ['reviewers', 16, true],
    ],
    [
      'nobody known where others took part and nothing tells when',
      { participants: [ANN, BOB] },
      ['unknown', 30, false],
    ],
  ])('wait on %s', (_title, thread, expected) => {
    expect(turnOf(thread)).toEqual([expected]);
  });

  it('are those where nothing was said for long enough, the longest first', () => {
    const threads = [
      { ...alone, id: '2', time: NOW - 13 * DAY },
      { ...alone, id: '3', time: NOW - 14 * DAY },
      { ...alone, id: '4' },
      { ...alone, id: '5', lastWord: { at: NOW - DAY, byAuthor: false } },
    ];

    expect(stalledThreads(threads, NOW, 14).map(({ id }) => id)).toEqual(['4', '3']);
  });
});

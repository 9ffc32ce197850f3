import { describe, expect, it } from '@jest/globals';
import type { ThreadFact } from '../../src/domain/fact.ts';
import { withoutPeople } from '../../src/domain/without-people.ts';

const tones = [{ week: '2026-11-23', comments: 3, negative: 1, toxic: 0 }];
const thread: ThreadFact = {
  kind: 'thread',
  type: 'issue',
  id: '1',
  time: '2026-11-24T00:00:00Z',
  author: 'ann',
  title: 'Ends too early',
  body: 'It stops at ten.',
  labels: [],
  assignees: ['cas'],
  participants: ['ann', 'Bob', 'cas'],
  state: 'open',
  closedAt: null,
  outcome: null,
  tones,
};

describe('withoutPeople', () => {
  it.each(['ann', 'bob'])(
    'keeps no tone of a thread that %s took part in, since nobody knows whose it was',
    (login) => {
      expect(withoutPeople(thread, new Set([login]))).not.toHaveProperty('tones');
    },
  );

  it('keeps the tone of threads that they had no part in', () => {
    expect(withoutPeople(thread, new Set(['dora']))).toEqual(thread);
    expect(withoutPeople({ ...thread, participants: ['ann'] }, new Set(['cas']))).toMatchObject({
      tones,
      assignees: [],
    });
  });
});

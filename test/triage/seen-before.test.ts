import { describe, expect, it } from '@jest/globals';
import type { ChangeFact } from '../../src/domain/fact.ts';
import { createSeenBefore } from '../../src/triage/seen-before.ts';

describe('what was seen before', () => {
  const change: ChangeFact = {
    kind: 'change',
    id: '1',
    time: '2026-01-01T00:00:00Z',
    author: 'ann',
    reviewers: ['bob'],
    files: [{ path: 'src/queue/a.ts', added: null, deleted: null }],
    title: '',
    body: '',
  };

  it('holds people, and the directories above a file', () => {
    const seen = createSeenBefore('reviewers');
    seen.learn(change);

    expect(['ann', 'bob', 'cas'].map(seen.person)).toEqual([true, true, false]);
    expect(seen.newDirectory(['src/queue/new.ts'])).toBe(false);
    expect(seen.newDirectory(['src/new.ts'])).toBe(false);
    expect(seen.newDirectory(['src/web/a.ts'])).toBe(true);
    expect(seen.newDirectory(['src/web/a.ts', 'src/queue/b.ts'])).toBe(false);
    expect(seen.newDirectory([])).toBe(false);
  });

  it('counts facts with an answer; the author is none', () => {
    const seen = createSeenBefore('reviewers');
    seen.learn(change);
    seen.learn({ ...change, id: '2', reviewers: ['ann'] });

    expect(seen.answered()).toBe(1);
  });
});

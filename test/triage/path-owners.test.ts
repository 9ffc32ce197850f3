import { describe, expect, it } from '@jest/globals';
import { createPathOwners } from '../../src/triage/path-owners.ts';

describe('path owners', () => {
  function owners() {
    const known = createPathOwners();
    known.count(['ann'], ['src/queue/a.ts']);
    known.count(['bob', 'cas'], ['src/queue/b.ts']);
    known.count(['bob'], ['src/queue/b.ts', 'src/queue/c.ts']);
    known.count(['dan'], ['docs/a.md']);
    return known;
  }

  it('are first who did most at the file, then in the nearest directory', () => {
    // bob did two changes in src/queue, not three: a change counts once in a directory.
    expect(owners().list(['src/queue/a.ts'], 10, null)).toEqual(['ann', 'bob', 'cas', 'dan']);
    expect(owners().list(['src/queue/new.ts'], 10, null)).toEqual(['bob', 'ann', 'cas', 'dan']);
  });

  it('never hold the one who asks, and no more than wanted', () => {
    expect(owners().list(['src/queue/b.ts'], 1, 'bob')).toEqual(['cas']);
  });

  it('are none before anything happened, and without files', () => {
    expect(createPathOwners().list(['a/b'], 5, null)).toEqual([]);
    expect(owners().list([], 5, null)).toEqual([]);
  });

  it('know hostile paths', () => {
    const known = createPathOwners();
    known.count(['ann'], ['__proto__/constructor', '/', '//', '']);

    expect(known.list(['__proto__/x'], 3, null)).toEqual(['ann']);
  });
});

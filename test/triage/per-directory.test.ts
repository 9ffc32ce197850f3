import { describe, expect, it } from '@jest/globals';
import { commonDirectory, perDirectory } from '../../src/triage/per-directory.ts';
import { aQuestion } from './a-question.ts';

describe('the common directory', () => {
  it.each<[string[], string | null]>([
    [[], null],
    [['a.ts'], ''],
    [['src/a.ts'], 'src'],
    [['src/queue/a.ts', 'src/queue/b.ts'], 'src/queue'],
    [['src/queue/a.ts', 'src/queued/b.ts'], 'src'],
    [['src/queue/deep/a.ts', 'src/queue/b.ts'], 'src/queue'],
    [['src/a.ts', 'docs/a.md'], ''],
  ])('of %j is %j', (paths, directory) => {
    expect(commonDirectory(paths)).toBe(directory);
  });
});

describe('the scores of each directory', () => {
  function asked(directory: string, right: number, wrong: number) {
    return Array.from({ length: right + wrong }, (_, n) =>
      aQuestion({ ann: 0.5, bob: 0.5 }, [n < right ? 'ann' : 'bob'], { directory }),
    );
  }

  it('stand for the deepest directory with 20 questions; fewer count for the one above', () => {
    const directories = perDirectory([
      ...asked('src/queue', 10, 10),
      ...asked('src/web', 4, 0),
      ...asked('src/web/page', 15, 0),
      ...asked('src', 0, 1),
      ...asked('docs', 3, 0),
    ]);

    expect(directories).toEqual([
      { path: 'src', questions: 20, top1: 19 / 20, mrr: 19.5 / 20 },
      { path: 'src/queue', questions: 20, top1: 1 / 2, mrr: 3 / 4 },
      { path: '', questions: 3, top1: 1, mrr: 1 },
    ]);
  });

  it('are none where nothing tells of files', () => {
    expect(perDirectory([aQuestion({}, ['ann'])])).toEqual([]);
  });
});

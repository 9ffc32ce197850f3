import { describe, expect, it } from '@jest/globals';
import { namedFiles } from '../../src/match/named-files.ts';
import { createPathTree } from '../../src/match/path-tree.ts';
import { pathWords } from '../../src/match/path-words.ts';
import { textWords } from '../../src/match/text-words.ts';

describe('the path tree', () => {
  it('tells what lies where', () => {
    const tree = createPathTree();
    const file = tree.number('src/queue/worker.ts');
    const directory = tree.number('src/queue');

    expect(tree.parent(file)).toBe(directory);
    expect([tree.depth(file), tree.depth(directory), tree.depth(0)]).toEqual([3, 2, 0]);
    expect(tree.within(file, directory)).toBe(true);
    expect(tree.within(file, 0)).toBe(true);
    expect(tree.within(directory, file)).toBe(false);
    expect(tree.within(file, tree.number('src/web'))).toBe(false);
    expect(tree.path(tree.deepestKnown('src/queue/deep/new.ts'))).toBe('src/queue');
    expect(tree.deepestKnown('other')).toBe(0);
  });

  it('does not tell directories apart that are deeper than any real one', () => {
    const tree = createPathTree();

    const deep = tree.number('a/'.repeat(5000));

    expect(tree.depth(deep)).toBeLessThan(50);
    expect(tree.within(deep, tree.number('a/a'))).toBe(true);
  });
});

describe('files named in a text', () => {
  const tree = createPathTree();
  for (const path of ['src/queue/worker.ts', 'docs/guide.md', 'a/b.ts']) tree.number(path);

  it.each([
    ['crash in src/queue/worker.ts:12', ['src/queue/worker.ts']],
    ['see `./docs/guide.md`.', ['docs/guide.md']],
    ['diff --git a/docs/guide.md b/docs/guide.md', ['docs/guide.md']],
    ['a/b.ts', ['a/b.ts']],
    ['all of src/queue, then src/queue again', ['src/queue']],
    ['worker.ts and src/nothing.ts', []],
    ['https://example.com/docs/guide.md', []],
  ])('%s', (text, paths) => {
    expect(namedFiles(text, tree).map(tree.path)).toEqual(paths);
  });
});

describe('words', () => {
  it('of a path are cut at case and signs, from its last three names', () => {
    expect(pathWords('far/away/src/httpServer/HTTPRequest_parser2.ts')).toEqual([
      'src',
      'http',
      'server',
      'request',
      'parser',
    ]);
  });

  it('of a text are cut in the same way', () => {
    expect(textWords('The httpServer: a request-parser hangs')).toEqual([
      'the',
      'http',
      'server',
      'request',
      'parser',
      'hangs',
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { namedPaths, namedVersions } from '../../src/text/named-things.ts';
import { linkedUrls, type Reference, references } from '../../src/text/text-links.ts';

function told(reference: Reference): string {
  const place = [reference.host, reference.repository].filter((part) => part !== null).join('/');
  return `${place}${reference.kind === 'thread' ? `#${reference.number}` : `@${reference.sha}`}`;
}

describe('what a text points at', () => {
  it.each([
    ['see #12, (#13) and GH-14.', ['#12', '#13', '#14']],
    ['like example/queue.js#7', ['example/queue.js#7']],
    ['https://github.com/a/b/issues/9#issuecomment-1', ['github.com/a/b#9']],
    ['<https://git.example.org/a/b/pull/9/files>', ['git.example.org/a/b#9']],
    ['https://github.com/a/b/discussions/3?x=1', ['github.com/a/b#3']],
    ['[it](https://github.com/a/b/commit/1a2b3c4d5e)', ['github.com/a/b@1a2b3c4d5e']],
    [
      'since 1a2b3c4 and 0123456789ABCDEF0123456789abcdef01234567',
      ['@1a2b3c4', '@0123456789abcdef0123456789abcdef01234567'],
    ],
    ['自 #12 起', ['#12']],
    ['#12 again #12', ['#12']],
    ['`#12` in code, a#12, &#39; ##3 #1a, 1234567, defaced, c#, #0x12', []],
    ['https://example.org/#12 and 12a4567-dirty', []],
  ])('is read in %j', (text, expected) => {
    expect(references(text).map(told)).toEqual(expected);
  });

  it('has addresses without what ends the sentence', () => {
    const text = 'See https://example.org/a?b=1, [this](http://example.org/x) or <https://例え.jp/パス>. ftp://no';

    expect(linkedUrls(text)).toEqual(['https://example.org/a?b=1', 'http://example.org/x', 'https://例え.jp/パス']);
  });

  it.each([
    ['v1.2 of 2.4.1, go1.21.3, Node 18.2, python@3.12', ['1.2', '2.4.1', '1.21.3', '18.2', '3.12']],
    ['1.0.0-beta.2+build. And version: 7.5.', ['1.0.0-beta.2+build', '7.5']],
    ['it took 3.5 s on 127.0.0.1:80, 192.168.1.4', []],
    ['a1.2.3.x and 1.2.3_4', []],
  ])('names versions in %j', (text, versions) => {
    expect(namedVersions(text)).toEqual(versions);
  });

  it.each([
    ['in src/queue/worker.ts:12, ./docs and README.md.', ['src/queue/worker.ts', './docs', 'README.md']],
    ['C:\\app\\src\\Queue.cs and /usr/lib/x', ['/app/src/Queue.cs', '/usr/lib/x']],
    ['文件 docs/说明/安装.md 不对', ['docs/说明/安装.md']],
    ['and/or, I/O, 1.2.3, e.g. this.pool.take, ann@example.io, https://example.org/a.js', []],
  ])('names files in %j', (text, paths) => {
    expect(namedPaths(text)).toEqual(paths);
  });
});

import { describe, expect, it } from '@jest/globals';
import { everythingRule, parseCodeowners } from '../../src/match/codeowners.ts';

describe('CODEOWNERS patterns', () => {
  it.each([
    ['*', 'a.txt', true],
    ['*', 'deep/er/a.txt', true],
    ['*.js', 'a.js', true],
    ['*.js', 'src/deep/a.js', true],
    ['*.js', 'a.jsx', false],
    ['docs/*', 'docs/a.md', true],
    ['docs/*', 'docs/a/b.md', false],
    ['docs/*', 'x/docs/a.md', false],
    ['docs/', 'docs/a/b.md', true],
    ['docs/', 'x/docs/a/b.md', true],
    ['docs/', 'docs', false],
    ['/docs/', 'docs/a/b.md', true],
    ['/docs/', 'x/docs/a.md', false],
    ['docs', 'docs/a/b.md', true],
    ['docs', 'x/docs', true],
    ['docs', 'x/docs.md', false],
    ['/docs', 'docs/a', true],
    ['/docs', 'x/docs/a', false],
    ['/*', 'a.md', true],
    ['/*', 'docs/a.md', false],
    ['src/app', 'src/app/x/y.ts', true],
    ['src/app', 'lib/src/app/x.ts', false],
    ['src/app*', 'src/apple/x.ts', true],
    ['src/*/a.ts', 'src/x/a.ts', true],
    ['src/*/a.ts', 'src/x/y/a.ts', false],
    ['**/logs', 'build/logs/a.log', true],
    ['**/logs', 'logs/a.log', true],
    ['logs/**', 'logs/a/b.log', true],
    ['logs/**', 'logs', false],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/x/y/b', true],
    ['a/**/b', 'a/x/y/c', false],
    ['a/**/b/**/c', 'a/b/x/b/y/c', true],
    ['**', 'a/b', true],
    ['?.md', 'a.md', true],
    ['?.md', 'ab.md', false],
    ['a+(b).md', 'a+(b).md', true],
    ['a+(b).md', 'aab.md', false],
    ['with\\ blank/', 'with blank/a', true],
    ['a\\#b', 'a#b', true],
    ['\\*.md', '*.md', true],
    ['\\*.md', 'x.md', false],
    ['Docs/', 'docs/a', false],
    ['!docs', 'docs', false],
    ['[ab].md', 'a.md', false],
    ['\\#x', '#x', false],
    ['/', 'a', false],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(parseCodeowners(`${pattern} @ann`)(path) !== null).toBe(expected);
  });

  it('answers a hostile pattern at once', () => {
    const owners = parseCodeowners(`${'*a'.repeat(200)}b @ann\n${'**/a/'.repeat(200)}b @ann`);

    expect(owners(`${'a/'.repeat(200)}${'a'.repeat(250)}`)).toBeNull();
  });
});

describe('CODEOWNERS rules', () => {
  const owners = parseCodeowners(
    [
      '# everything first',
      '* @ann',
      '/src/ @bob @acme/core # the core',
      '/src/generated/',
      '  *.md\tdocs@example.com',
      'bad.md nobody',
      '!x @eve',
    ].join('\r\n'),
  );

  it.each([
    ['README', { pattern: '*', owners: ['@ann'] }],
    ['src/a.ts', { pattern: '/src/', owners: ['@bob', '@acme/core'] }],
    ['src/generated/a.ts', null],
    ['src/a.md', { pattern: '*.md', owners: ['docs@example.com'] }],
    ['bad.md', { pattern: '*.md', owners: ['docs@example.com'] }],
    ['x', { pattern: '*', owners: ['@ann'] }],
  ])('%s', (path, rule) => {
    expect(owners(path)).toEqual(rule);
  });

  it('owns nothing in an empty file or one larger than GitHub reads', () => {
    expect(parseCodeowners('')('a')).toBeNull();
    expect(parseCodeowners(`* @ann\n${'#'.repeat(3 * 1024 * 1024)}`)('a')).toBeNull();
  });
});

describe('the rule of everything', () => {
  it.each([
    ['* @ann', '*'],
    ['** @ann', '**'],
    ['/** @ann', '/**'],
    ['* @bob\n**/* @ann\nsrc/ @cas', '**/*'],
  ])('of %j is %s', (text, pattern) => {
    expect(everythingRule(text)).toEqual({ pattern, owners: ['@ann'] });
  });

  it.each(['/* @ann', '*.md @ann', '', '* @ann\n*', `* @ann\n${'#'.repeat(3 * 1024 * 1024)}`])(
    'is not there in file %#',
    (text) => {
      expect(everythingRule(text)).toBeNull();
    },
  );
});

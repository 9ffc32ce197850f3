import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { fitsAny } from '../../src/config/label-pattern.ts';
import { globMatcher } from '../../src/match/glob.ts';

describe('globMatcher', () => {
  it.each([
    ['README.md', 'README.md', true],
    ['README.md', 'docs/README.md', false],
    ['docs/**', 'docs/a/b/c.md', true],
    ['docs/**', 'docs', false],
    ['docs/**/*.md', 'docs/a.md', true],
    ['docs/**/*.md', 'docs/a/b.md', true],
    ['docs/**/*.md', 'docs/a/b.rst', false],
    ['**/*.md', 'a.md', true],
    ['**', '.github/a.md', true],
    ['*.md', 'docs/a.md', false],
    ['docs/?.md', 'docs/a.md', true],
    ['docs/?.md', 'docs/ab.md', false],
    ['./docs/*', 'docs/.hidden', true],
    ['/docs/*.{md,mdx}', 'docs/a.mdx', true],
    ['{docs,guides/{en,zh}}/*', 'guides/zh/a.md', true],
    ['{docs,guides/{en,zh}}/*', 'guides/fr/a.md', false],
    ['docs/{x}.md', 'docs/{x}.md', true],
    ['docs/\\*.md', 'docs/*.md', true],
    ['docs/\\*.md', 'docs/a.md', false],
    ['docs/使用/*', 'docs/使用/a.md', true],
    ['docs/[ab].md', 'docs/a.md', false],
    ['+(a)+(b)', 'ab', false],
  ])('%j takes %j: %s', (glob, path, takes) => {
    expect(globMatcher([glob])(path)).toBe(takes);
  });

  it('takes what any of them takes', () => {
    const matches = globMatcher(['README.md', 'docs/**']);

    expect(['README.md', 'docs/a.md', 'src/a.ts'].filter(matches)).toEqual(['README.md', 'docs/a.md']);
  });
});

describe('a pattern that would keep a regular expression busy for ever', () => {
  const name = `${'a'.repeat(400)}!`;

  it.each([
    '*a'.repeat(200),
    '+(a|a)+(a|a)+(a|a)*',
    '(a+)+$',
    '{a,aa}'.repeat(60),
    '{'.repeat(400),
    `${'**/'.repeat(150)}b`,
  ])('is answered at once: %j', (pattern) => {
    expect(globMatcher([pattern])(name)).toBe(false);
    expect(globMatcher([pattern])(`${'a/'.repeat(200)}c`)).toBe(false);
    expect(fitsAny(name, [pattern])).toBe(false);
  });

  it('is made of nothing that somebody configured: no regular expression is made of text at all, but one of our own', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const makers = files.filter((file) => {
      const text = readFileSync(`src/${file}`, 'utf8');
      return /\bRegExp\(|from '(?:picomatch|minimatch|micromatch|glob)'/.test(text);
    });

    // The protocols that an address in the environment may have, which are ours.
    expect(makers).toEqual(['config/environment-values.ts']);
  });
});

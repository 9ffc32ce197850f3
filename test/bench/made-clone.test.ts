import { describe, expect, it } from '@jest/globals';
import { makeClone } from '../../bench/made-clone.ts';
import type { ChangeFact, Fact } from '../../src/domain/fact.ts';
import { readCommits } from '../../src/github/git-changes.ts';

describe('a clone made of changes', () => {
  it('gives the changes back when its history is read', async () => {
    const clone = await makeClone([
      aChange({ author: 'Ada#1', title: 'Add the cache', paths: ['src/cache.ts', 'docs/a "quoted" page.md'] }),
      aChange({ author: 'Ben#2', title: 'Speed it up', paths: ['src/cache.ts'], reviewers: ['Ada#1'] }),
    ]);
    const facts: Fact[] = [];
    for await (const some of readCommits(clone.directory)) facts.push(...some);
    await clone.remove();

    expect(facts.map(summary)).toEqual([
      { author: 'Ada', title: 'Add the cache', paths: ['docs/a "quoted" page.md', 'src/cache.ts'], reviewers: [] },
      { author: 'Ben', title: 'Speed it up', paths: ['src/cache.ts'], reviewers: ['Ada'] },
    ]);
  });
});

function aChange({ paths, ...rest }: Pick<ChangeFact, 'author' | 'title'> & Partial<ChangeFact> & { paths: string[] }) {
  const files = paths.map((path) => ({ path, added: null, deleted: null }));
  return {
    kind: 'change' as const,
    id: rest.title,
    time: '2026-01-01T00:00:00Z',
    reviewers: [],
    body: '',
    files,
    ...rest,
  };
}

function summary(fact: Fact): object | null {
  if (fact.kind !== 'change') return null;
  const { author, title, files, reviewers } = fact;
  return { author, title, paths: files.map(({ path }) => path), reviewers };
}

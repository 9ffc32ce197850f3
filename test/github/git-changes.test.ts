import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChangeFact, Fact } from '../../src/domain/fact.ts';
import { readCommits } from '../../src/github/git-changes.ts';
import { GitError } from '../../src/github/git-error.ts';
import { gitRepository, tempFolder } from './temp-repository.ts';

let folder: ReturnType<typeof tempFolder>;
let repository: ReturnType<typeof gitRepository>;

beforeEach(() => {
  folder = tempFolder();
  repository = gitRepository(join(folder.path, 'clone'));
});

afterEach(() => folder.remove());

async function factsOf(path: string, since: string | null = null): Promise<Fact[]> {
  const facts: Fact[] = [];
  for await (const batch of readCommits(path, { since })) facts.push(...batch);
  return facts;
}

async function changesOf(path: string, since: string | null = null): Promise<ChangeFact[]> {
  return (await factsOf(path, since)).filter((fact) => fact.kind === 'change');
}

async function errorOf(path: string): Promise<GitError> {
  try {
    await factsOf(path);
  } catch (error) {
    if (error instanceof GitError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('readCommits', () => {
  it('gives a commit as a change', async () => {
    const id = repository.commit({
      message: 'Add a parser\n\nIt reads.\n\nReviewed-by: Bob <bob@example.com>',
      files: { 'src/解析.ts': '1', 'with space.md': '2' },
      time: '2026-03-04T05:06:07+02:00',
    });

    expect(await factsOf(repository.path)).toEqual([
      {
        kind: 'change',
        id,
        time: '2026-03-04T03:06:07.000Z',
        author: 'Ada Lovelace',
        reviewers: ['Bob'],
        files: [
          { path: 'src/解析.ts', added: null, deleted: null },
          { path: 'with space.md', added: null, deleted: null },
        ],
        title: 'Add a parser',
        body: 'It reads.',
      },
    ]);
  });

  it('gives the oldest first, and only what came after the commit already read', async () => {
    const ids = [repository.commit(), repository.commit(), repository.commit()];

    expect((await changesOf(repository.path)).map(({ id }) => id)).toEqual(ids);
    expect((await changesOf(repository.path, ids[1])).map(({ id }) => id)).toEqual([ids[2]]);
    expect(await changesOf(repository.path, ids[2])).toEqual([]);
  });

  it('reads all again when the commit already read is gone by a force push', async () => {
    const first = repository.commit();
    const gone = repository.commit();
    repository.git(['reset', '--quiet', '--hard', first]);
    const now = repository.commit({ message: 'Another' });

    expect((await changesOf(repository.path, gone)).map(({ id }) => id)).toEqual([first, now]);
    expect(await changesOf(repository.path, 'f'.repeat(40))).toHaveLength(2);
    expect(await changesOf(repository.path, '--output=x')).toHaveLength(2);
  });

  it('gives a merge without files, since its branch has them', async () => {
    repository.commit();
    repository.git(['checkout', '--quiet', '-b', 'topic']);
    repository.commit({ files: { 'topic.txt': '1' } });
    repository.git(['checkout', '--quiet', 'main']);
    repository.git(['merge', '--quiet', '--no-ff', '-m', 'Merge topic', 'topic']);

    const changes = await changesOf(repository.path);

    expect(changes.map(({ title, files }) => [title, files.length])).toEqual([
      ['Change 1', 1],
      ['Change 2', 1],
      ['Merge topic', 0],
    ]);
  });

  it('knows a person by mailmap, also in a trailer with the old address', async () => {
    repository.commit({
      author: 'ada <old@example.com>',
      files: { '.mailmap': 'Ada Lovelace <ada@example.com> <old@example.com>' },
    });
    repository.commit();
    repository.commit({ author: 'Bob <bob@example.com>', message: 'x\n\nReviewed-by: a. <old@example.com>' });

    const changes = await changesOf(repository.path);

    expect(changes.map(({ author }) => author)).toEqual(['Ada Lovelace', 'Ada Lovelace', 'Bob']);
    expect(changes[2]?.reviewers).toEqual(['Ada Lovelace']);
  });

  it('gives a commit of two authors to both', async () => {
    const id = repository.commit({ message: 'x\n\nCo-authored-by: Bob <1+bob@users.noreply.github.com>' });

    const changes = await changesOf(repository.path);

    expect(changes.map((change) => [change.id, change.author])).toEqual([
      [id, 'Ada Lovelace'],
      [`${id}:bob`, 'bob'],
    ]);
    expect(changes[1]?.files).toEqual(changes[0]?.files);
  });

  it('tells an automation once, and never as a reviewer; nobody reviews their own', async () => {
    const trailers = 'Reviewed-by: Ada Lovelace <ada@example.com>\nReviewed-by: acme-bot <x@y>';
    repository.commit({ message: `x\n\n${trailers}` });
    repository.commit({ author: 'dependabot[bot] <1+dependabot[bot]@users.noreply.github.com>' });
    repository.commit({ author: 'dependabot[bot] <1+dependabot[bot]@users.noreply.github.com>' });

    const facts = await factsOf(repository.path);

    expect(facts.filter((fact) => fact.kind === 'person')).toEqual([
      { kind: 'person', login: 'dependabot[bot]', organisation: null, bot: true },
    ]);
    expect(facts[0]).toMatchObject({ reviewers: [] });
  });

  it('reads a bare clone, a worktree and a folder inside alike', async () => {
    const id = repository.commit({ files: { 'src/a.ts': '1' } });
    const bare = join(folder.path, 'bare.git');
    repository.git(['clone', '--quiet', '--bare', '.', bare]);
    const worktree = join(folder.path, 'worktree');
    repository.git(['worktree', 'add', '--quiet', '--detach', worktree]);

    for (const path of [bare, worktree, join(repository.path, 'src')]) {
      expect((await changesOf(path)).map((change) => change.id)).toEqual([id]);
    }
  });

  it('credits nobody with the files that a shallow clone begins with', async () => {
    repository.commit({ files: { a: '1', b: '1' } });
    repository.commit({ files: { a: '2' } });
    repository.commit({ files: { b: '2' } });
    const shallow = join(folder.path, 'shallow');
    repository.git(['clone', '--quiet', '--depth=2', `file://${repository.path}`, shallow]);

    const changes = await changesOf(shallow);

    expect(changes.map(({ title, files }) => [title, files.map(({ path }) => path)])).toEqual([
      ['Change 2', []],
      ['Change 3', ['b']],
    ]);
  });

  it('runs nothing that the repository or its user configured', async () => {
    const id = repository.commit();
    const trap = join(folder.path, 'trapped');
    repository.git(['config', 'core.fsmonitor', `touch ${trap}; false`]);
    repository.git(['config', 'core.pager', `touch ${trap}; cat`]);
    repository.git(['config', 'log.showSignature', 'true']);
    repository.git(['config', 'diff.renames', 'copies']);
    repository.git(['config', 'color.ui', 'always']);

    expect((await changesOf(repository.path)).map((change) => change.id)).toEqual([id]);
    expect(existsSync(trap)).toBe(false);
  });

  it('ends git when the reader leaves early', async () => {
    for (let n = 0; n < 3; n += 1) repository.commit();

    for await (const batch of readCommits(repository.path)) {
      expect(batch.length).toBeGreaterThan(0);
      break;
    }
  });
});

describe('a folder that cannot be read', () => {
  it('that is not there is named', async () => {
    expect(await errorOf(join(folder.path, 'nowhere'))).toMatchObject({
      kind: 'no-such-folder',
      message: expect.stringContaining('nowhere'),
    });
  });

  it('that is no repository is named with the remedy', async () => {
    const path = join(folder.path, 'plain');
    mkdirSync(path);
    writeFileSync(join(path, 'file'), '');

    expect(await errorOf(path)).toMatchObject({
      kind: 'not-a-repository',
      message: expect.stringMatching(/plain: not a git repository\. Give/),
    });
  });

  it('that has no commit is told apart', async () => {
    expect(await errorOf(repository.path)).toMatchObject({ kind: 'empty' });
  });
});

describe('git itself', () => {
  async function withPath<T>(path: string, run: () => Promise<T>): Promise<T> {
    const before = process.env.PATH;
    process.env.PATH = path;
    try {
      return await run();
    } finally {
      process.env.PATH = before;
    }
  }

  it('missing is told with the remedy', async () => {
    const error = await withPath(join(folder.path, 'nothing'), () => errorOf(repository.path));

    expect(error).toMatchObject({ kind: 'git-missing', message: expect.stringMatching(/Install git/) });
  });

  it.each([
    ['git version 2.30.9', 'git-too-old'],
    ['git version 1.99.0', 'git-too-old'],
    ['git version 2.31.0 (Apple Git-1)', 'not-a-repository'],
    ['git version 3.0.0', 'not-a-repository'],
  ])('that says %s is %s', async (version, kind) => {
    const bin = join(folder.path, 'bin');
    mkdirSync(bin);
    const script = `#!/bin/sh\n[ "$1" = version ] && { echo '${version}'; exit 0; }\necho 'fatal: no' >&2; exit 128\n`;
    writeFileSync(join(bin, 'git'), script, { mode: 0o755 });

    const error = await withPath(`${bin}:/bin:/usr/bin`, () => errorOf(repository.path));

    expect(error.kind).toBe(kind);
  });
});

import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChangeFact } from '../../src/domain/fact.ts';
import type { EvidenceKind } from '../../src/domain/review-evidence.ts';
import { readCommits } from '../../src/github/git-changes.ts';
import { gitRepository, tempFolder } from './temp-repository.ts';

const BOB = 'Bob <bob@example.com>';
const EVE = 'Eve <eve@example.com>';
const GITHUB = 'GitHub <noreply@github.com>';

let folder: ReturnType<typeof tempFolder>;
let repository: ReturnType<typeof gitRepository>;

beforeEach(() => {
  folder = tempFolder();
  repository = gitRepository(join(folder.path, 'clone'));
});

afterEach(() => folder.remove());

async function read(since: string | null = null): Promise<{ changes: ChangeFact[]; told: EvidenceKind[] }> {
  const changes: ChangeFact[] = [];
  const told: EvidenceKind[] = [];
  for await (const batch of readCommits(repository.path, { since, evidence: (kind) => told.push(kind) })) {
    for (const fact of batch) if (fact.kind === 'change') changes.push(fact);
  }
  return { changes, told };
}

async function reviewersOf(commit: Parameters<typeof repository.commit>[0]): Promise<string[] | undefined> {
  repository.commit(commit);
  return (await read()).changes.at(-1)?.reviewers;
}

/** A branch with these commits, merged with this message by this person. */
function merge(commits: Parameters<typeof repository.commit>[0][], message: string, merger: string): string {
  repository.git(['checkout', '--quiet', '-b', 'topic']);
  for (const commit of commits) repository.commit(commit);
  repository.git(['checkout', '--quiet', 'main']);
  const [, name = '', email = ''] = /^(.*) <(.*)>$/.exec(merger) ?? [];
  repository.git(['merge', '--quiet', '--no-ff', '-m', message, 'topic'], {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: 'GitHub',
    GIT_COMMITTER_EMAIL: 'noreply@github.com',
  });
  repository.git(['branch', '--quiet', '-D', 'topic']);
  return repository.git(['rev-parse', 'HEAD']);
}

describe('who reviewed, in a clone', () => {
  it('is who is named, before anybody else', async () => {
    const message = `x\n\nSigned-off-by: ${BOB}\nReviewed-by: ${EVE}`;

    expect(await reviewersOf({ message, committer: BOB })).toEqual(['Eve']);
    expect((await read()).told).toEqual(['trailer']);
  });

  it('else is who signed off last, where that is not the author', async () => {
    const own = 'Signed-off-by: Ada Lovelace <ada@example.com>';

    expect(await reviewersOf({ message: `x\n\n${own}\nSigned-off-by: ${BOB}` })).toEqual(['Bob']);
    expect(await reviewersOf({ message: `x\n\nSigned-off-by: ${BOB}\n${own}` })).toEqual([]);
    expect((await read()).told).toEqual(['signed-off']);
  });

  it('else is who committed the work of another', async () => {
    expect(await reviewersOf({ committer: BOB })).toEqual(['Bob']);
    expect(await reviewersOf({})).toEqual([]);
    expect((await read()).told).toEqual(['committed']);
  });

  it.each([
    ['the merge button of GitHub', GITHUB],
    ['a service', 'Acme Merge <noreply@acme.example>'],
    ['Gerrit', 'Gerrit Code Review <gerrit@example.com>'],
    ['an automation', 'acme-bot <x@example.com>'],
  ])('is not %s that committed', async (_, committer) => {
    expect(await reviewersOf({ committer })).toEqual([]);
  });

  it('is no co-author: writing is not reviewing', async () => {
    const message = `x\n\nCo-authored-by: ${BOB}\nSigned-off-by: ${BOB}`;
    repository.commit({ message, committer: BOB });

    expect((await read()).changes.map(({ author, reviewers }) => [author, reviewers])).toEqual([
      ['Ada Lovelace', []],
      ['Bob', []],
    ]);
  });
});

describe('a merged pull request', () => {
  const pull = 'Merge pull request #12 from ada/topic\n\nRead faster\n\nWith a cache.';
  const commits = [{ files: { 'a.ts': '1' } }, { files: { 'a.ts': '2', 'b.ts': '1' } }];

  it('is one change by its author, reviewed by who merged it, beside its commits', async () => {
    repository.commit();
    const id = merge(commits, pull, BOB);

    const { changes, told } = await read();

    expect(told).toEqual(['merged']);
    expect(changes.map(({ reviewers }) => reviewers)).toEqual([[], [], [], ['Bob']]);
    expect(changes.at(-1)).toMatchObject({
      id,
      author: 'Ada Lovelace',
      title: 'Read faster',
      body: 'With a cache.',
      files: [{ path: 'a.ts' }, { path: 'b.ts' }],
    });
  });

  it.each([
    ["Merge branch 'topic' into 'main'\n\nRead faster\n\nSee merge request acme/app!7", ['Bob']],
    ['Merged in ada/topic (pull request #7)\n\nRead faster', ['Bob']],
    ["Merge branch 'main' of example.com:acme/app", []],
    ["Merge branch 'topic'", []],
  ])('is told by the message of the merge: %j', async (message, reviewers) => {
    repository.commit();
    merge(commits, message, BOB);

    expect((await read()).changes.at(-1)?.reviewers).toEqual(reviewers);
  });

  it('that its author merged tells of no review', async () => {
    repository.commit();
    merge(commits, pull, 'Ada Lovelace <ada@example.com>');
    merge([...commits, { author: BOB }], pull, BOB);

    const { changes, told } = await read();

    expect(told).toEqual([]);
    expect(changes.flatMap(({ reviewers }) => reviewers)).toEqual([]);
  });

  it('whose commits name a reviewer is reviewed by that one only', async () => {
    repository.commit();
    merge([{ message: `x\n\nReviewed-by: ${EVE}` }], pull, BOB);

    expect((await read()).changes.map(({ reviewers }) => reviewers)).toEqual([[], ['Eve'], []]);
  });

  it('holds only what its own branch brought', async () => {
    repository.commit({ files: { 'base.ts': '1' } });
    merge([{ author: EVE, files: { 'first.ts': '1' } }], pull, BOB);
    merge([{ files: { 'second.ts': '1' } }], pull, EVE);

    const pulls = (await read()).changes.filter(({ reviewers }) => reviewers.length > 0);

    expect(pulls.map(({ author, reviewers, files }) => [author, reviewers, files.map(({ path }) => path)])).toEqual([
      ['Eve', ['Bob'], ['first.ts']],
      ['Ada Lovelace', ['Eve'], ['second.ts']],
    ]);
  });

  it('is found too when only what is new is read', async () => {
    const first = repository.commit();
    merge(commits, pull, BOB);

    expect((await read(first)).changes.map(({ reviewers }) => reviewers)).toEqual([[], [], ['Bob']]);
  });
});

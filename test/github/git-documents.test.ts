import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readCloneDocuments, readCloneFile } from '../../src/github/git-documents.ts';
import { gitRepository, tempFolder } from './temp-repository.ts';

let folder: ReturnType<typeof tempFolder>;
let repository: ReturnType<typeof gitRepository>;

beforeEach(() => {
  folder = tempFolder();
  repository = gitRepository(join(folder.path, 'clone'));
});

afterEach(() => folder.remove());

describe('readCloneDocuments', () => {
  it('reads what the patterns name, the topmost first', async () => {
    repository.commit({
      files: {
        'README.md': '# Hello ##\n\nText',
        'docs/deep/使用.md': 'Title\n=====\n\nMore',
        'docs/b.rst': 'no heading',
        'docs/image.png': 'x',
        'src/notes.md': '# Not asked for',
      },
    });

    expect(await readCloneDocuments(repository.path, ['README.md', 'docs/**'])).toEqual([
      { kind: 'document', id: 'README.md', url: 'README.md', title: 'Hello', body: '# Hello ##\n\nText' },
      { kind: 'document', id: 'docs/b.rst', url: 'docs/b.rst', title: 'docs/b.rst', body: 'no heading' },
      {
        kind: 'document',
        id: 'docs/deep/使用.md',
        url: 'docs/deep/使用.md',
        title: 'Title',
        body: 'Title\n=====\n\nMore',
      },
    ]);
  });

  it('leaves out what is no text, too large, a link or in no commit', async () => {
    symlinkSync('/etc/passwd', join(repository.path, 'link.md'));
    repository.commit({
      files: {
        'binary.md': 'a\0b',
        'large.md': 'x'.repeat(200_001),
        'lfs.md': 'version https://git-lfs.github.com/spec/v1\noid sha256:1',
        'kept.md': 'text',
      },
    });

    expect((await readCloneDocuments(repository.path, ['**'])).map(({ id }) => id)).toEqual(['kept.md']);
    expect(await readCloneDocuments(repository.path, [])).toEqual([]);
    expect(await readCloneDocuments(repository.path, ['none/**'])).toEqual([]);
  });

  it.each([
    ['---\ntitle: "From front matter"\n---\ntext', 'From front matter'],
    ['= Asciidoc\n\ntext', 'Asciidoc'],
    ['intro\n\n## Second level\n', 'Second level'],
  ])('finds the title in %j', async (text, title) => {
    repository.commit({ files: { 'a.md': text } });

    expect((await readCloneDocuments(repository.path, ['*.md']))[0]?.title).toBe(title);
  });
});

describe('readCloneFile', () => {
  it('gives the text at the head commit, null where there is none', async () => {
    repository.commit({ files: { '.github/CODEOWNERS': '* @ada\n' } });

    expect(await readCloneFile(repository.path, '.github/CODEOWNERS')).toBe('* @ada\n');
    expect(await readCloneFile(repository.path, 'CODEOWNERS')).toBeNull();
    expect(await readCloneFile(repository.path, '.github')).toBeNull();
  });
});

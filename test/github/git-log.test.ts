import { describe, expect, it } from '@jest/globals';
import { commitParser, MAX_FILES_PER_COMMIT } from '../../src/github/git-log.ts';

const ID = 'a'.repeat(40);
const OTHER = 'b'.repeat(40);
const OUTPUT = [
  `${ID}\n${OTHER} ${ID}\n1767225600\nAda Lovelace\nada@example.com\nCom\nc@x\nTitle\n\nBödy\n\0`,
  '\nA\0src/a b.ts\0M\0源/文件.md\0D\0line\nbreak\0',
  `${OTHER}\n\n1767225660\n\n\n\n\n\0`,
  `${ID}\n${OTHER}\n1767225720\nBob\nb@x\nBob\nb@x\nM\n\0\nT\0M\0`,
].join('');

function parseInPieces(output: Buffer, size: number) {
  const parse = commitParser();
  const commits = [];
  for (let at = 0; at < output.length; at += size) commits.push(...parse(output.subarray(at, at + size)));
  return [...commits, ...parse(null)];
}

describe('commitParser', () => {
  it.each([1, 2, 7, 64, 100_000])('gives the same commits for pieces of %i bytes', (size) => {
    const commits = parseInPieces(Buffer.from(OUTPUT), size);

    expect(commits).toEqual([
      {
        id: ID,
        seconds: 1_767_225_600,
        name: 'Ada Lovelace',
        email: 'ada@example.com',
        committer: { name: 'Com', email: 'c@x' },
        merge: true,
        message: 'Title\n\nBödy\n',
        files: ['src/a b.ts', '源/文件.md', 'line\nbreak'].map((path) => ({ path, added: null, deleted: null })),
      },
      {
        id: OTHER,
        seconds: 1_767_225_660,
        name: '',
        email: '',
        committer: { name: '', email: '' },
        merge: false,
        message: '',
        files: [],
      },
      expect.objectContaining({ merge: false, message: 'M\n', files: [{ path: 'M', added: null, deleted: null }] }),
    ]);
  });

  it('gives nothing for nothing', () => {
    expect(parseInPieces(Buffer.alloc(0), 1)).toEqual([]);
  });

  it('keeps a bounded number of files of a mass change', () => {
    const files = Array.from({ length: MAX_FILES_PER_COMMIT + 5 }, (_, n) => `M\0f${n}\0`).join('');

    const [commit, next] = parseInPieces(
      Buffer.from(`${ID}\n\n1\na\nb\n\n\nc\0\n${files}${OTHER}\n\n2\na\nb\n\n\nc\0`),
      1000,
    );

    expect(commit?.files).toHaveLength(MAX_FILES_PER_COMMIT);
    expect(next?.id).toBe(OTHER);
  });
});

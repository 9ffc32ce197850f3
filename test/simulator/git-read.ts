import { GitError, type GitRepository } from './git-repository.ts';

export interface GitObject {
  oid: string;
  type: 'blob' | 'tree' | 'commit' | 'tag';
  content: Buffer;
}

export interface GitPerson {
  name: string;
  email: string;
  date: string;
}

export interface GitCommit {
  oid: string;
  tree: string;
  parents: string[];
  author: GitPerson;
  committer: GitPerson;
  message: string;
}

export interface ChangedFile {
  path: string;
  previousPath: string | null;
  status: 'added' | 'removed' | 'modified' | 'renamed';
  additions: number;
  deletions: number;
  sha: string;
}

export interface TreeEntry {
  mode: string;
  type: string;
  oid: string;
  size: number | null;
  path: string;
}

/** Full object name of a branch, tag, sha or `rev:path`; null where there is none. */
export async function resolveRevision(git: GitRepository, revision: string): Promise<string | null> {
  const found = await orNull(git.run(['rev-parse', '--verify', '--quiet', '--end-of-options', revision]));
  return found === null ? null : found.toString().trim();
}

export async function readObject(git: GitRepository, revision: string): Promise<GitObject | null> {
  if (/[\n\r]/.test(revision)) return null;
  const out = await git.run(['cat-file', '--batch'], `${revision}\n`);
  const end = out.indexOf(10);
  const [oid, type, size] = out.subarray(0, end).toString().split(' ');
  if (oid === undefined || size === undefined || !/^\d+$/.test(size)) return null;
  return { oid, type: type as GitObject['type'], content: out.subarray(end + 1, end + 1 + Number(size)) };
}

/** The entries of one directory; null where it is none. */
export async function readTree(git: GitRepository, revision: string): Promise<TreeEntry[] | null> {
  const out = await orNull(git.run(['ls-tree', '-z', '--long', '--end-of-options', revision]));
  if (out === null) return null;
  return records(out).flatMap((line) => {
    const [head, path] = line.split('\t');
    const [mode, type, oid, size] = (head ?? '').split(/ +/);
    if (mode === undefined || type === undefined || oid === undefined || path === undefined) return [];
    return [{ mode, type, oid, size: size === '-' ? null : Number(size), path }];
  });
}

const commitFormat = '%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B%x00%x01';

export async function readCommits(git: GitRepository, args: string[]): Promise<GitCommit[]> {
  const out = await orNull(git.run(['log', `--format=${commitFormat}`, ...args]));
  if (out === null) return [];
  return out
    .toString()
    .split('\x01')
    .flatMap((record) => {
      const [oid, tree, parents, an, ae, ad, cn, ce, cd, message] = record.replace(/^\n/, '').split('\0');
      if (oid === undefined || tree === undefined || message === undefined) return [];
      return [
        {
          oid,
          tree,
          parents: (parents ?? '').split(' ').filter((parent) => parent !== ''),
          author: person(an, ae, ad),
          committer: person(cn, ce, cd),
          message: message.trimEnd(),
        },
      ];
    });
}

function person(name = '', email = '', date = ''): GitPerson {
  return { name, email, date: date === '' ? date : new Date(date).toISOString().replace('.000Z', 'Z') };
}

export async function readCommit(git: GitRepository, revision: string): Promise<GitCommit | null> {
  const oid = await resolveRevision(git, `${revision}^{commit}`);
  if (oid === null) return null;
  return (await readCommits(git, ['-1', oid]))[0] ?? null;
}

/** What `head` changes against where it left `base`. */
export async function changedFiles(git: GitRepository, base: string, head: string): Promise<ChangedFile[]> {
  const args = ['--raw', '--numstat', '-z', '-M', '--no-abbrev', '--end-of-options', `${base}...${head}`];
  const fields = records(await git.run(['diff', ...args]));
  const files = new Map<string, ChangedFile>();
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] ?? '';
    if (field.startsWith(':')) {
      const [, , , sha = '', status = 'M'] = field.split(' ');
      const from = fields[++i] ?? '';
      const path = status.startsWith('R') ? (fields[++i] ?? '') : from;
      const previousPath = status.startsWith('R') ? from : null;
      files.set(path, { path, previousPath, status: statusOf(status), additions: 0, deletions: 0, sha });
      continue;
    }
    const [added = '', deleted = '', path = ''] = field.split('\t');
    // A rename has its old and new path as fields of their own.
    if (path === '') i += 2;
    const name = path === '' ? (fields[i] ?? '') : path;
    const file = files.get(name);
    if (file !== undefined) Object.assign(file, { additions: Number(added) || 0, deletions: Number(deleted) || 0 });
  }
  return [...files.values()];
}

function statusOf(letter: string): ChangedFile['status'] {
  if (letter === 'A') return 'added';
  if (letter === 'D') return 'removed';
  return letter.startsWith('R') ? 'renamed' : 'modified';
}

function records(out: Buffer): string[] {
  return out
    .toString()
    .split('\0')
    .filter((record) => record !== '');
}

async function orNull(answer: Promise<Buffer>): Promise<Buffer | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

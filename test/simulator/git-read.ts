import type { GitObject } from './git-object-reader.ts';
import { GitError } from './git-process.ts';
import type { GitRepository } from './git-repository.ts';

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
  return (await git.read(revision))?.oid ?? null;
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

/** Commits that `git log` gives for these arguments; none where it refuses them. */
export async function readCommits(git: GitRepository, args: string[]): Promise<GitCommit[]> {
  const out = await orNull(git.run(['log', '--format=%H', ...args]));
  const oids = (out?.toString() ?? '').split('\n').filter((oid) => oid !== '');
  const commits = await Promise.all(oids.map((oid) => readCommit(git, oid)));
  return commits.flatMap((commit) => commit ?? []);
}

export async function readCommit(git: GitRepository, revision: string): Promise<GitCommit | null> {
  const object = await git.read(`${revision}^{commit}`);
  return object === null ? null : parseCommit(object);
}

function parseCommit({ oid, content }: GitObject): GitCommit {
  const [head = '', ...message] = content.toString().split('\n\n');
  const values = (name: string): string[] =>
    head.split('\n').flatMap((line) => (line.startsWith(`${name} `) ? [line.slice(name.length + 1)] : []));
  return {
    oid,
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: person(values('author')[0] ?? ''),
    committer: person(values('committer')[0] ?? ''),
    message: message.join('\n\n').trimEnd(),
  };
}

/** `Name <address> SECONDS ZONE`. */
function person(line: string): GitPerson {
  const [, name = '', email = '', seconds = '0'] = /^(.*) <(.*)> (\d+) [+-]\d{4}$/.exec(line) ?? [];
  return { name, email, date: new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z') };
}

const fileFormat = ['--raw', '--numstat', '-z', '-M', '--no-abbrev'];

/** What `head` changes against where it left `base`. */
export async function changedFiles(git: GitRepository, base: string, head: string): Promise<ChangedFile[]> {
  return parseChanges(records(await git.run(['diff', ...fileFormat, '--end-of-options', `${base}...${head}`])));
}

/** What each commit of a history changes, all at once. */
export async function changesOfCommits(git: GitRepository, revision: string): Promise<Map<string, ChangedFile[]>> {
  const out = await git.run(['log', '--format=%x01%H', ...fileFormat, '--end-of-options', revision]);
  const commits = out.toString().split('\x01').slice(1);
  return new Map(
    commits.map((text): [string, ChangedFile[]] => {
      const [oid = '', ...fields] = text.split('\0').map((field) => field.replace(/^\n/, ''));
      return [oid.trim(), parseChanges(fields.filter((field) => field !== ''))];
    }),
  );
}

/** `--raw` tells states and `--numstat` lines; both are wanted. */
function parseChanges(fields: string[]): ChangedFile[] {
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
    const file = files.get(path === '' ? (fields[i] ?? '') : path);
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

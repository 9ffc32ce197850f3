import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type GitCommand, runGit } from './git-command.ts';
import { GitError } from './git-error.ts';

export interface GitRepository {
  directory: string;
  /** Commit that is read up to. */
  head: string;
  /** Commits where a shallow clone was cut off: what they changed is not known. */
  cutOff: ReadonlySet<string>;
  /** Whether contents are still to be fetched when they are first read. */
  partial: boolean;
  /** For every further command in it. */
  access: Pick<GitCommand, 'config' | 'ownSettings' | 'secrets'>;
}

const OLDEST_GIT = [2, 31] as const;

/** A clone on this machine: bare or not, a worktree, shallow, or any folder inside. @throws GitError */
export async function openRepository(path: string): Promise<GitRepository> {
  const directory = resolve(path);
  const access = { ownSettings: true };
  if (!(await isFolder(directory))) throw new GitError('no-such-folder', `${path}: there is no such folder.`);
  await requireGit();
  await requireRepository(path, { directory, ...access });
  return readHead(directory, access, path);
}

/** The repository as it stands now. `name` is how errors call it. @throws GitError when it has no commit */
export async function readHead(
  directory: string,
  access: GitRepository['access'],
  name: string,
): Promise<GitRepository> {
  // Paths first: after a revision that is none, nothing more would be told.
  const args = ['rev-parse', '--path-format=absolute', '--git-path', 'shallow', '--revs-only', 'HEAD^{commit}'];
  const [shallow = '', head = ''] = (await runGit({ args, directory, ...access })).split('\n');
  if (head === '') throw new GitError('empty', `${name}: the repository has no commit on its current branch yet.`);
  return { directory, head, cutOff: await readCutOff(shallow), partial: false, access };
}

/** @throws GitError where git is missing or older than what is used of it. */
export async function requireGit(): Promise<void> {
  const text = await runGit({ args: ['version'] });
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(text) ?? [];
  const [oldestMajor, oldestMinor] = OLDEST_GIT;
  const recent = Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor);
  if (recent) return;
  throw new GitError('git-too-old', `${text.trim()} is too old. Install git ${OLDEST_GIT.join('.')} or later.`);
}

async function requireRepository(path: string, command: Omit<GitCommand, 'args'>): Promise<void> {
  try {
    await runGit({ ...command, args: ['rev-parse', '--git-dir'] });
  } catch (cause) {
    if (!(cause instanceof GitError) || cause.kind !== 'failed') throw cause;
    if (cause.message.includes('dubious ownership')) {
      const remedy = `Trust it with: git config --global --add safe.directory ${command.directory}`;
      throw new GitError('not-trusted', `${path}: the repository belongs to another user. ${remedy}`, { cause });
    }
    throw new GitError('not-a-repository', `${path}: not a git repository. Give the folder of a clone.`, { cause });
  }
}

async function readCutOff(file: string): Promise<Set<string>> {
  try {
    return new Set((await readFile(file, 'utf8')).split('\n').filter((line) => line !== ''));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Set();
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

import type { FileChange } from '../domain/fact.ts';
import { askGit, runGit } from './git-command.ts';
import { GitError } from './git-error.ts';
import { type GitRepository, openRepository } from './git-repository.ts';

/** What is on one branch and not yet on another. */
export interface BranchChange {
  files: FileChange[];
  /** As the newest commit says. */
  author: string;
  /** What was compared, as it would be given to git. */
  range: string;
}

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/**
 * The change from `base` to `head` in a clone; without `base`, from the default branch, and on the default branch
 * itself its newest commit. @throws GitError
 */
export async function readBranchChange(path: string, refs: { base?: string; head?: string }): Promise<BranchChange> {
  const repository = await openRepository(path);
  const head = await commitOf(repository, refs.head ?? 'HEAD');
  const start = await startOf(repository, refs.base, head);
  const numstat = await git(repository, ['diff', '--numstat', '-z', '--no-renames', start, head, '--']);
  const author = await git(repository, ['log', '-1', '--format=%aN', head, '--']);
  return { files: readNumstat(numstat), author: author.trim(), range: `${short(start)}..${short(head)}` };
}

async function startOf(repository: GitRepository, base: string | undefined, head: string): Promise<string> {
  const from = base ?? (await defaultBranch(repository));
  if (from !== null) {
    const start = (await git(repository, ['merge-base', await commitOf(repository, from), head])).trim();
    if (start !== head || base !== undefined) return start;
  }
  const parent = await optionalCommit(repository, `${head}^`);
  return parent ?? EMPTY_TREE;
}

async function defaultBranch(repository: GitRepository): Promise<string | null> {
  for (const name of ['refs/remotes/origin/HEAD', 'refs/heads/main', 'refs/heads/master']) {
    if ((await optionalCommit(repository, name)) !== null) return name;
  }
  return null;
}

async function commitOf(repository: GitRepository, ref: string): Promise<string> {
  const commit = await optionalCommit(repository, ref);
  if (commit === null) {
    throw new GitError('failed', `${ref} names no commit in ${repository.directory}. Give a branch, tag or commit id.`);
  }
  return commit;
}

async function optionalCommit(repository: GitRepository, ref: string): Promise<string | null> {
  const args = ['rev-parse', '--quiet', '--verify', '--end-of-options', `${ref}^{commit}`];
  const command = { args, directory: repository.directory, ...repository.access };
  return (await askGit(command)) ? (await runGit(command)).trim() : null;
}

function git(repository: GitRepository, args: string[]): Promise<string> {
  return runGit({ args, directory: repository.directory, ...repository.access });
}

/** `added TAB deleted TAB path NUL`; a dash for binary files. */
function readNumstat(output: string): FileChange[] {
  return output
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [added = '', deleted = '', ...path] = entry.split('\t');
      return { path: path.join('\t'), added: lines(added), deleted: lines(deleted) };
    });
}

function lines(text: string): number | null {
  return text === '-' ? null : Number(text);
}

function short(commit: string): string {
  return commit.slice(0, 10);
}

import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type GitCommand, runGit } from './git-command.ts';
import { GitError } from './git-error.ts';
import { type GitRepository, readHead, requireGit } from './git-repository.ts';

export interface CloneAddress {
  owner: string;
  repo: string;
  /** Such as `https://github.com`. */
  web: string;
  dataDir: string;
}

const OWNER = /^[a-z0-9_][a-z0-9_-]{0,99}$/i;
const REPOSITORY = /^(?!\.{1,2}$)[a-z0-9_.-]{1,100}$/i;

/** Where the clone lies. @throws TypeError for names that GitHub does not give */
export function cloneFolder({ owner, repo, dataDir }: Omit<CloneAddress, 'web'>): string {
  if (!OWNER.test(owner) || !REPOSITORY.test(repo)) throw new TypeError('not the name of a repository');
  return join(dataDir, 'git', owner.toLowerCase(), `${repo.toLowerCase()}.git`);
}

export async function removeClone(address: Omit<CloneAddress, 'web'>): Promise<void> {
  await rm(cloneFolder(address), { recursive: true, force: true });
}

/** Where there is one already under the new name it is the fresher one. */
export async function moveClone(from: Omit<CloneAddress, 'web'>, to: Omit<CloneAddress, 'web'>): Promise<void> {
  const [before, after] = [cloneFolder(from), cloneFolder(to)];
  await mkdir(dirname(after), { recursive: true });
  try {
    await rename(before, after);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOTEMPTY' || code === 'EEXIST') await rm(before, { recursive: true, force: true });
    else if (code !== 'ENOENT') throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}

/**
 * A bare clone of the default branch without file contents, brought up to date; null while the repository is empty.
 * Only a copy: where it got damaged it is made anew. @throws GitError
 */
export async function fetchClone(address: CloneAddress, token: string): Promise<GitRepository | null> {
  const directory = cloneFolder(address);
  await requireGit();
  try {
    return await fetchInto(directory, address, token);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    await rm(directory, { recursive: true, force: true });
    return fetchInto(directory, address, token);
  }
}

async function fetchInto(directory: string, address: CloneAddress, token: string): Promise<GitRepository | null> {
  const access = accessTo(directory, address, token);
  const git = (...args: string[]) => runGit({ args, directory, ...access });
  await mkdir(directory, { recursive: true });
  await git('init', '--quiet', '--bare', '--initial-branch=default');
  const refspec = '+HEAD:refs/heads/default';
  try {
    await git('fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--filter=blob:none', 'origin', refspec);
  } catch (error) {
    if ((await git('ls-remote', 'origin', 'HEAD')) === '') return null;
    throw error;
  }
  return { ...(await readHead(directory, access, `${address.owner}/${address.repo}`)), partial: true };
}

/** The token goes through the environment: no command line, no file, no address ever holds it. */
function accessTo(
  directory: string,
  { web, owner, repo }: CloneAddress,
  token: string,
): Pick<GitCommand, 'config' | 'secrets'> {
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    config: {
      'remote.origin.url': `${web}/${owner}/${repo}.git`,
      'remote.origin.promisor': 'true',
      'remote.origin.partialclonefilter': 'blob:none',
      [`http.${web}/.extraHeader`]: `Authorization: Basic ${credentials}`,
      // A mounted folder may belong to another user than the process.
      'safe.directory': resolve(directory),
    },
    secrets: [token, credentials],
  };
}

/** Left behind by a process that was killed, or by a full disk. */
const DAMAGE =
  /File exists|could not lock|corrupt|bad object|unable to read tree|object file .* is empty|not (?:in )?a git (?:repository|directory)/i;

function isDamaged(error: unknown): boolean {
  return error instanceof GitError && error.kind === 'failed' && DAMAGE.test(error.message);
}

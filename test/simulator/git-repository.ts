import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type GitObject, objectReader } from './git-object-reader.ts';
import { runGit } from './git-process.ts';

/** One bare repository on disk, asked through the git command. */
export interface GitRepository {
  directory: string;
  run(args: string[], input?: string | Buffer): Promise<Buffer>;
  /** By any revision, such as `main`, `HEAD:path` or `main^{commit}`; null where there is none. */
  read(revision: string): Promise<GitObject | null>;
  close(): void;
}

export function openGitRepository(directory: string): GitRepository {
  const { read, close } = objectReader(directory);
  return { directory, run: (args, input) => runGit(['-C', directory, ...args], input), read, close };
}

export async function createGitRepository(directory: string, defaultBranch: string): Promise<GitRepository> {
  await mkdir(directory, { recursive: true });
  await runGit(['init', '--quiet', '--bare', '--template=', `--initial-branch=${defaultBranch}`, directory]);
  return configured(directory);
}

/** A bare copy of a local repository; objects are shared by hard links where the file system allows it. */
export async function copyGitRepository(source: string, directory: string): Promise<GitRepository> {
  await runGit(['-c', 'safe.directory=*', 'clone', '--quiet', '--bare', '--template=', '--', source, directory]);
  return configured(directory);
}

/** As on GitHub any object may be asked for, and blobs be left out. */
const settings = '[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n';

async function configured(directory: string): Promise<GitRepository> {
  await appendFile(join(directory, 'config'), settings);
  return openGitRepository(directory);
}

import { spawn } from 'node:child_process';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** One bare repository on disk, asked through the git command. */
export interface GitRepository {
  directory: string;
  run(args: string[], input?: string | Buffer): Promise<Buffer>;
}

/** git refused; `stderr` is what it said. */
export class GitError extends Error {
  override name = 'GitError';
  readonly stderr: string;

  constructor(command: string, stderr: string) {
    super(`git ${command}: ${stderr.trim()}`);
    this.stderr = stderr;
  }
}

/** Without the machine's own configuration, so that every machine answers alike. */
export const gitEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'GitHub',
  GIT_AUTHOR_EMAIL: 'noreply@github.com',
  GIT_COMMITTER_NAME: 'GitHub',
  GIT_COMMITTER_EMAIL: 'noreply@github.com',
  LC_ALL: 'C',
};

export function openGitRepository(directory: string): GitRepository {
  return { directory, run: (args, input) => runGit(['-C', directory, ...args], input) };
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

export function runGit(args: string[], input?: string | Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { env: gitEnvironment, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', (cause) => reject(new Error('cannot run git: is it installed and on PATH?', { cause })));
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new GitError(args.join(' '), Buffer.concat(err).toString() || `exit status ${code}`));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

import { spawn } from 'node:child_process';

/** git refused; `stderr` is what it said. */
export class GitError extends Error {
  override name = 'GitError';
  readonly stderr: string;

  constructor(command: string, stderr: string) {
    super(`git ${command}: ${stderr.trim()}`);
    this.stderr = stderr;
  }
}

/** Without the machine's own configuration or a surrounding repository, so that every machine answers alike. */
export const gitEnvironment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'GitHub',
  GIT_AUTHOR_EMAIL: 'noreply@github.com',
  GIT_COMMITTER_NAME: 'GitHub',
  GIT_COMMITTER_EMAIL: 'noreply@github.com',
  LC_ALL: 'C',
};

/** So many at a time: a page of pull requests asks git a hundred questions at once. */
const processes = 4;
let running = 0;
const waiting: (() => void)[] = [];

export async function runGit(args: string[], input?: string | Buffer): Promise<Buffer> {
  if (running >= processes) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await spawnGit(args, input);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function spawnGit(args: string[], input?: string | Buffer): Promise<Buffer> {
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

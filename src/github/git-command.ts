import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { GitError } from './git-error.ts';

export interface GitCommand {
  args: string[];
  /** Repository or worktree it runs in. */
  directory?: string;
  /** Settings beside the fixed ones. They travel in the environment: a command line is there for everybody to read. */
  config?: Record<string, string>;
  /** Whether the settings of the machine and of its user count, as they should in a clone of the user's own. */
  ownSettings?: boolean;
  input?: string;
  /** Taken out of error texts. */
  secrets?: string[];
}

/** What a repository or a user may have configured must neither run programs nor change what is printed. */
const FIXED_CONFIG: Record<string, string> = {
  'core.hooksPath': '/dev/null',
  'core.fsmonitor': 'false',
  'core.quotePath': 'false',
  'credential.helper': '',
  'diff.relative': 'false',
  'fetch.recurseSubmodules': 'false',
  'gc.autoDetach': 'false',
  'http.lowSpeedLimit': '1000',
  'http.lowSpeedTime': '60',
  'log.showSignature': 'false',
  'maintenance.autoDetach': 'false',
};

/** Of our own environment only this: the rest holds keys. */
const INHERITED =
  /^(PATH|HOME|TMPDIR|TEMP|TMP|USERPROFILE|SYSTEMROOT|XDG_CONFIG_HOME|SSL_CERT_\w+|GIT_SSL_\w+|\w+_PROXY)$/i;

function environment(command: GitCommand): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => INHERITED.test(name));
  const settings = Object.entries({ ...FIXED_CONFIG, ...command.config });
  const config = settings.flatMap(([key, value], n) => [
    [`GIT_CONFIG_KEY_${n}`, key],
    [`GIT_CONFIG_VALUE_${n}`, value],
  ]);
  return {
    ...Object.fromEntries([...inherited, ...config]),
    ...(command.ownSettings ? {} : { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' }),
    GIT_CONFIG_COUNT: String(settings.length),
    GIT_ALLOW_PROTOCOL: 'http:https:file',
    GIT_TERMINAL_PROMPT: '0',
    // Otherwise git writes commit by commit, and each write is waited for here.
    GIT_FLUSH: '0',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
  };
}

const MAX_ERROR_TEXT = 2000;

/** Output in chunks as git writes it. Leaving the loop early ends git. */
export async function* streamGit(command: GitCommand): AsyncGenerator<Buffer> {
  const place = command.directory === undefined ? [] : ['-C', command.directory];
  const child = spawn('git', [...place, ...command.args], {
    env: environment(command),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = exitOf(child);
  const errors = textOf(child.stderr);
  child.stdin.on('error', () => {
    // Git ended before it read all; its exit code tells why.
  });
  child.stdin.end(command.input ?? '');
  let read = false;
  try {
    yield* child.stdout as AsyncIterable<Buffer>;
    read = true;
  } finally {
    if (!read) child.kill();
  }
  const code = await ended;
  if (code !== 0) throw failure(command, code, await errors);
}

/** Whole output as text. @throws GitError when git is missing or fails. */
export async function runGit(command: GitCommand): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of streamGit(command)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Whether git says yes (exit code 0). */
export async function askGit(command: GitCommand): Promise<boolean> {
  try {
    await runGit(command);
    return true;
  } catch (error) {
    if (error instanceof GitError && error.kind === 'failed') return false;
    throw error;
  }
}

function exitOf(child: ChildProcessByStdio<Writable, Readable, Readable>): Promise<number | string> {
  const ended = new Promise<number | string>((resolve, reject) => {
    child.on('error', (cause: NodeJS.ErrnoException) => {
      const missing = cause.code === 'ENOENT';
      reject(
        missing
          ? new GitError('git-missing', 'git was not found. Install git 2.31 or later and put it on the PATH.', {
              cause,
            })
          : new GitError('failed', `git could not be started: ${cause.code}`, { cause }),
      );
    });
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  // Whoever leaves early does not wait for it.
  ended.catch(() => undefined);
  return ended;
}

async function textOf(stream: Readable): Promise<string> {
  let text = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) text = (text + chunk).slice(-MAX_ERROR_TEXT);
  return text;
}

function failure(command: GitCommand, code: number | string, output: string): GitError {
  let text = output.trim();
  for (const secret of command.secrets ?? []) text = text.replaceAll(secret, '[secret]');
  return new GitError('failed', `git ${command.args[0]} failed (${code}): ${text}`);
}

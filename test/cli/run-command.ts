import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface CommandResult {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the built command as a shell would. */
export async function commscore(
  args: string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<CommandResult> {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { PATH: process.env.PATH ?? '', ...env } });
  child.stdin.end(input);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, err };
}

export interface PlannedCommit {
  author: string;
  message: string;
  files: Record<string, string>;
}

/** A clone with these commits, a day between each two, the last one yesterday. */
export function makeClone(folder: string, commits: PlannedCommit[]): void {
  mkdirSync(folder, { recursive: true });
  const git = (args: string[], env: Record<string, string> = {}) =>
    execFileSync('git', ['-C', folder, ...args], {
      stdio: 'pipe',
      env: { PATH: process.env.PATH ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', ...env },
    });
  git(['init', '--quiet', '--initial-branch=main']);
  for (const [n, { author, message, files }] of commits.entries()) {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const date = new Date(Date.now() - (commits.length - n) * 86_400_000).toISOString();
    const person = { name: author, email: `${author}@example.com` };
    git(['add', '--all']);
    git(['commit', '--quiet', '--message', message], {
      GIT_AUTHOR_NAME: person.name,
      GIT_AUTHOR_EMAIL: person.email,
      GIT_COMMITTER_NAME: person.name,
      GIT_COMMITTER_EMAIL: person.email,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    });
  }
}

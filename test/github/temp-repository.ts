import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A new empty folder; `remove` deletes it with all that is in it. */
export function tempFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'commscore-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

const ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada Lovelace',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada Lovelace',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
};

export interface CommitOptions {
  message?: string;
  author?: string;
  /** The author where it is not given. */
  committer?: string;
  files?: Record<string, string>;
  time?: string;
}

/** A repository made commit by commit, on the branch `main`. */
export function gitRepository(path: string) {
  let commits = 0;
  mkdirSync(path, { recursive: true });

  function git(args: string[], env: Record<string, string> = {}): string {
    return execFileSync('git', args, {
      cwd: path,
      env: { ...ENVIRONMENT, ...env },
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  }

  /** Writes the files, commits everything and gives the commit's id. */
  function commit({ message, author, committer = author, files, time }: CommitOptions = {}): string {
    commits += 1;
    for (const [file, text] of Object.entries(files ?? { 'file.txt': `${commits}\n` })) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), text);
    }
    const at = time ?? new Date(Date.UTC(2026, 0, 1, 0, commits)).toISOString();
    git(['add', '--all']);
    git(['commit', '--quiet', '--allow-empty', '-m', message ?? `Change ${commits}`], {
      GIT_AUTHOR_DATE: at,
      GIT_COMMITTER_DATE: at,
      ...person('AUTHOR', author),
      ...person('COMMITTER', committer),
    });
    return git(['rev-parse', 'HEAD']);
  }

  git(['init', '--quiet', '--initial-branch=main']);
  return { path, git, commit };
}

function person(role: 'AUTHOR' | 'COMMITTER', text = ''): Record<string, string> {
  const [, name, email] = /^(.*) <(.*)>$/.exec(text) ?? [];
  return name === undefined || email === undefined ? {} : { [`GIT_${role}_NAME`]: name, [`GIT_${role}_EMAIL`]: email };
}

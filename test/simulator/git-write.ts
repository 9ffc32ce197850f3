import type { GitRepository } from './git-repository.ts';

export interface NewCommit {
  branch: string;
  /** Revision it stands on; null starts a history. */
  from: string | null;
  /** Second parent of a merge. */
  merge?: string | undefined;
  author: { name: string; email: string };
  /** ISO 8601. */
  time: string;
  message: string;
  /** Path to its new text; null deletes it. */
  files: Record<string, string | null>;
}

/** Writes the commits in order and gives their ids. */
export async function writeCommits(git: GitRepository, commits: NewCommit[]): Promise<string[]> {
  const stream = commits.map((commit, i) => commitCommands(commit, i + 1)).join('');
  const marks = commits.map((_, i) => `get-mark :${i + 1}\n`).join('');
  const out = await git.run(['fast-import', '--quiet', '--force', '--date-format=raw'], `${stream}${marks}done\n`);
  return out.toString().trim().split('\n');
}

function commitCommands(commit: NewCommit, mark: number): string {
  const who = `${clean(commit.author.name)} <${clean(commit.author.email)}> ${Date.parse(commit.time) / 1000} +0000`;
  const head = [`commit refs/heads/${commit.branch}`, `mark :${mark}`, `author ${who}`, `committer ${who}`];
  const lines = `${head.join('\n')}\n${data(commit.message)}`;
  const from = commit.from === null ? '' : `from ${commit.from}\n`;
  const merge = commit.merge === undefined ? '' : `merge ${commit.merge}\n`;
  const files = Object.entries(commit.files).map(([path, text]) =>
    text === null ? `D ${quoted(path)}\n` : `M 100644 inline ${quoted(path)}\n${data(text)}`,
  );
  return `${lines}${from}${merge}${files.join('')}\n`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function quoted(path: string): string {
  return JSON.stringify(path);
}

function clean(text: string): string {
  return text.replace(/[<>\n]/g, '');
}

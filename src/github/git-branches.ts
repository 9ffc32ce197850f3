import { runGit } from './git-command.ts';
import type { GitRepository } from './git-repository.ts';

/** By commit of a merged pull request, the merge on the main line that brought it in. */
export type PullBranches = ReadonlyMap<string, string>;

/** GitHub shows no more of a pull request; what is larger is no branch of one person but a whole line of work. */
const MAX_COMMITS = 250;

/** The words of GitHub, Gitea and Bitbucket, and in the text of GitLab: what is merged by hand may be anything. */
const PULL = /^merge(?:d in .*)?\b.*\bpull request #\d+|^see merge request \S+!\d+$/im;

/** Of the commits after `since`; null: of all. */
export async function readPullBranches(repository: GitRepository, since: string | null): Promise<PullBranches> {
  const { directory, access, head } = repository;
  const range = since === null ? head : `${since}..${head}`;
  const git = (...args: string[]) => runGit({ args: [...args, range, '--'], directory, ...access });
  const messages = await git('log', '-z', '--merges', '--first-parent', '--encoding=UTF-8', '--format=%H%n%B');
  const pulls = messages.split('\0').filter((message) => PULL.test(message.slice(message.indexOf('\n') + 1)));
  if (pulls.length === 0) return new Map();
  const lines = (await git('rev-list', '--parents')).split('\n');
  const parents = new Map(lines.map((line) => line.split(' ')).map(([id = '', ...others]) => [id, others]));
  return branchesOf(new Set(pulls.map((message) => message.slice(0, message.indexOf('\n')))), parents, head);
}

function branchesOf(pulls: Set<string>, parents: ReadonlyMap<string, string[]>, head: string): PullBranches {
  const mainLine = new Set<string>();
  for (let at: string | undefined = head; at !== undefined && parents.has(at); at = parents.get(at)?.[0]) {
    mainLine.add(at);
  }
  const found = new Map<string, string>();
  const met = new Set(mainLine);
  for (const merge of [...mainLine].reverse()) {
    const branch = reach(parents.get(merge)?.slice(1) ?? [], parents, met);
    if (!pulls.has(merge) || branch.length > MAX_COMMITS) continue;
    for (const commit of branch) found.set(commit, merge);
  }
  return found;
}

/** Commits from there back to what was met before; they are met now. */
function reach(from: string[], parents: ReadonlyMap<string, string[]>, met: Set<string>): string[] {
  const branch: string[] = [];
  const open = [...from];
  for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
    const before = parents.get(commit);
    if (before === undefined || met.has(commit)) continue;
    met.add(commit);
    branch.push(commit);
    open.push(...before);
  }
  return branch;
}

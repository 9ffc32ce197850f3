import type { GitRepository } from '../../simulator/git-repository.ts';

/** What has been worked on lately. */
export interface RecentFile {
  path: string;
  /** Latest commit that touched it. */
  subject: string;
  sha: string;
  times: number;
}

const looksLikeText =
  /\.(c|cc|cpp|cs|css|cu|go|h|hpp|html|java|js|jsx|kt|lua|md|mjs|php|pl|py|rb|rs|rst|scala|sh|sql|swift|ts|tsx|txt|vue|yaml|yml)$/i;

/** Text files of the branch that the latest commits touched, those touched most first. */
export async function recentFiles(git: GitRepository, branch: string): Promise<RecentFile[]> {
  const args = ['log', '-300', '--no-merges', '--no-renames', '--name-only', '-z', '--format=%x01%H%x02%s%x02'];
  const out = (await git.run([...args, '--end-of-options', branch])).toString();
  const present = new Set(
    (await git.run(['ls-tree', '-r', '-z', '--name-only', '--end-of-options', branch])).toString().split('\0'),
  );
  const found = new Map<string, RecentFile>();
  for (const record of out.split('\x01').slice(1)) {
    const [sha = '', subject = '', names = ''] = record.split('\x02');
    for (const path of names.split('\0').map((name) => name.replace(/^\n/, ''))) {
      if (!present.has(path) || !looksLikeText.test(path)) continue;
      const known = found.get(path) ?? { path, subject, sha, times: 0 };
      found.set(path, { ...known, times: known.times + 1 });
    }
  }
  return [...found.values()].toSorted((a, b) => b.times - a.times || a.path.localeCompare(b.path));
}

import { changedFiles } from './git-read.ts';
import type { Pull, PullSize } from './state.ts';

/** Read from git once; a new head forgets it. */
export async function sizeOf(pull: Pull): Promise<PullSize> {
  if (pull.size === null) {
    const { git } = pull.repository;
    const range = `${pull.base.sha}..${pull.head.sha}`;
    const [files, count] = await Promise.all([
      changedFiles(git, pull.base.sha, pull.head.sha),
      git.run(['rev-list', '--count', '--end-of-options', range]),
    ]);
    pull.size = { commits: Number(count.toString()), files };
  }
  return pull.size;
}

import type { ChangeFact, FileChange } from '../domain/fact.ts';
import type { PullBranches } from './git-branches.ts';
import { MAX_FILES_PER_COMMIT } from './git-log.ts';

/** Makes one change of the commits of a merged pull request, as GitHub would tell it: under the id of the merge. */
export interface PullMerges {
  /** The pull that this commit merged, reviewed by whoever merged it; null where it is none, or merged by its author. */
  take(change: ChangeFact): ChangeFact | null;
}

interface Branch {
  /** How many commits are of each author. */
  authors: Map<string, number>;
  files: Map<string, FileChange>;
  /** Whether its commits tell who reviewed, which says more than who merged. */
  told: boolean;
}

export function createPullMerges(merges: PullBranches): PullMerges {
  const branches = new Map<string, Branch>();

  function collect(merge: string, { author, files, reviewers }: ChangeFact): void {
    const branch = branches.get(merge) ?? { authors: new Map(), files: new Map(), told: false };
    branches.set(merge, branch);
    if (author !== null) branch.authors.set(author, (branch.authors.get(author) ?? 0) + 1);
    branch.told ||= reviewers.length > 0;
    for (const file of files) if (branch.files.size < MAX_FILES_PER_COMMIT) branch.files.set(file.path, file);
  }

  return {
    take(change) {
      const merge = merges.get(change.id);
      if (merge !== undefined) collect(merge, change);
      const branch = branches.get(change.id);
      branches.delete(change.id);
      if (branch === undefined || branch.told || change.author === null) return null;
      const author = mostFrequent(branch.authors);
      if (author === null || branch.authors.has(change.author)) return null;
      return { ...change, ...wordsOf(change), author, reviewers: [change.author], files: [...branch.files.values()] };
    },
  };
}

/** The title of the pull stands below that of the merge. */
function wordsOf({ title, body }: ChangeFact): Pick<ChangeFact, 'title' | 'body'> {
  const [first = '', ...rest] = body.split('\n');
  return first.trim() === '' ? { title, body } : { title: first.trim(), body: rest.join('\n').trim() };
}

/** Of equal ones the first met. */
function mostFrequent(counts: Map<string, number>): string | null {
  let [most, times]: [string | null, number] = [null, 0];
  for (const [name, count] of counts) if (count > times) [most, times] = [name, count];
  return most;
}

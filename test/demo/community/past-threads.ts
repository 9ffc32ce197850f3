import type { PlannedPull } from './history.ts';
import { type PastDiscussion, pastDiscussions } from './past-discussions.ts';
import type { PastIssue } from './past-issue.ts';
import { edgeIssues } from './past-issues-edges.ts';
import { engineIssues } from './past-issues-engine.ts';
import type { Chance } from './seeded-random.ts';

/** Everything that was filed, in the order in which it was: so numbers rise with time as on GitHub. */
export type PlannedThread =
  | { kind: 'issue'; daysAgo: number; issue: PastIssue }
  | { kind: 'pull'; daysAgo: number; pull: PlannedPull }
  | { kind: 'discussion'; daysAgo: number; discussion: PastDiscussion };

export function planThreads(chance: Chance, pulls: PlannedPull[]): PlannedThread[] {
  const opened = pulls.map(
    (pull): PlannedThread => ({ kind: 'pull', daysAgo: pull.daysAgo + 0.5 + chance.next() * 4, pull }),
  );
  const first = [...engineIssues, ...edgeIssues].map((issue): PlannedThread => {
    const fix = pulls.find(({ fixes }) => fixes === issue.key);
    return { kind: 'issue', daysAgo: issueAge(chance, issue, fix), issue };
  });
  const talks = pastDiscussions.map(
    (discussion): PlannedThread => ({ kind: 'discussion', daysAgo: 8 + chance.next() * 420, discussion }),
  );
  const issues = first.map((planned) => laterThanOriginal(planned, first));
  return [...opened, ...issues, ...talks].toSorted((a, b) => b.daysAgo - a.daysAgo);
}

function issueAge(chance: Chance, issue: PastIssue, fix: PlannedPull | undefined): number {
  if (fix !== undefined) return fix.daysAgo + 5 + chance.next() * 20;
  return issue.open === true ? 4 + chance.next() * 110 : 20 + chance.next() * 400;
}

/** A duplicate comes two days after what it repeats. */
function laterThanOriginal(planned: PlannedThread, all: PlannedThread[]): PlannedThread {
  if (planned.kind !== 'issue' || planned.issue.duplicateOf === undefined) return planned;
  const wanted = planned.issue.duplicateOf;
  const original = all.find((other) => other.kind === 'issue' && other.issue.key === wanted);
  return original === undefined ? planned : { ...planned, daysAgo: original.daysAgo - 2 };
}

/** Labels that exist beside those of the areas. */
export const commonLabels = [
  { name: 'bug', color: 'd73a4a', description: 'Something does not work' },
  { name: 'enhancement', color: 'a2eeef', description: 'Something new' },
  { name: 'question', color: 'd876e3', description: 'An answer is wanted' },
  { name: 'performance', color: 'fbca04', description: 'It works, but slowly' },
  { name: 'duplicate', color: 'cfd3d7', description: 'Has been said before' },
  { name: 'good first issue', color: '7057ff', description: 'A good place to begin' },
  { name: 'security', color: 'b60205', description: 'Handle with care' },
  { name: 'P0', color: 'b60205', description: 'Now' },
];

export function areaLabels(labels: string[]): { name: string; color: string }[] {
  return labels.filter((label) => label !== 'documentation').map((name) => ({ name, color: '1d76db' }));
}

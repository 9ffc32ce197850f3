import type { ProbotOctokit } from 'probot';
import type { ThreadRef } from '../domain/thread-ref.ts';

export interface Additions {
  labels: string[];
  assignees: string[];
  reviewers: string[];
}

/** Adds to an issue or pull request, never removes or replaces. On a discussion nothing is applied. */
export async function applyAdditions(octokit: ProbotOctokit, ref: ThreadRef, additions: Additions): Promise<void> {
  if (ref.type === 'discussion') return;
  const { labels, assignees, reviewers } = additions;
  const { owner, repo, number } = ref;
  const { issues, pulls } = octokit.rest;
  if (labels.length > 0) await issues.addLabels({ owner, repo, issue_number: number, labels });
  if (assignees.length > 0) await issues.addAssignees({ owner, repo, issue_number: number, assignees });
  if (reviewers.length > 0 && ref.type === 'pull') {
    await pulls.requestReviewers({ owner, repo, pull_number: number, reviewers });
  }
}

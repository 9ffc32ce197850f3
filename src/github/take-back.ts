import type { ProbotOctokit } from 'probot';
import type { ThreadRef } from '../domain/thread-ref.ts';
import type { Additions } from './apply-additions.ts';
import { removeDiscussionLabels } from './discussion-labels.ts';
import { isGone } from './github-error.ts';

/** Removes what the app itself has put there; what is not there any more is passed over. */
export async function takeBack(octokit: ProbotOctokit, ref: ThreadRef, additions: Additions): Promise<void> {
  const { labels, assignees, reviewers } = additions;
  if (ref.type === 'discussion') return removeDiscussionLabels(octokit, ref, labels);
  const { owner, repo, number } = ref;
  const { issues, pulls } = octokit.rest;
  const thread = { owner, repo, issue_number: number };
  for (const name of labels) await unlessGone(issues.removeLabel({ ...thread, name }));
  if (assignees.length > 0) await unlessGone(issues.removeAssignees({ ...thread, assignees }));
  if (reviewers.length > 0 && ref.type === 'pull') {
    await unlessGone(pulls.removeRequestedReviewers({ owner, repo, pull_number: number, reviewers }));
  }
}

async function unlessGone(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

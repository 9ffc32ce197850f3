import type { ProbotOctokit } from 'probot';
import type { ThreadRef } from '../domain/thread-ref.ts';
import { addDiscussionLabels } from './discussion-labels.ts';
import { statusOf } from './github-error.ts';

export interface Additions {
  labels: string[];
  assignees: string[];
  reviewers: string[];
}

/**
 * Adds, never removes or replaces, and gives what of it then stands there: GitHub passes over who cannot be assigned.
 * Discussions have labels only.
 */
export async function applyAdditions(octokit: ProbotOctokit, ref: ThreadRef, wanted: Additions): Promise<Additions> {
  if (ref.type === 'discussion') {
    const labels = await added(wanted.labels, (names) => addDiscussionLabels(octokit, ref, names));
    return { labels, assignees: [], reviewers: [] };
  }
  const { owner, repo, number } = ref;
  const issue = { owner, repo, issue_number: number };
  const { issues, pulls } = octokit.rest;
  const labels = await added(wanted.labels, async (names) => {
    const { data } = await issues.addLabels({ ...issue, labels: names });
    return data.map(({ name }) => name);
  });
  const assignees = await added(wanted.assignees, async (logins) => {
    const { data } = await issues.addAssignees({ ...issue, assignees: logins });
    return (data.assignees ?? []).map(({ login }) => login);
  });
  const reviewers = await added(ref.type === 'pull' ? wanted.reviewers : [], async (logins) => {
    const { data } = await pulls.requestReviewers({ owner, repo, pull_number: number, reviewers: logins });
    return (data.requested_reviewers ?? []).map(({ login }) => login);
  });
  return { labels, assignees, reviewers };
}

/** What GitHub finds wrong is not done, which is no reason not to say it. */
async function added(wanted: string[], add: (names: string[]) => Promise<string[]>): Promise<string[]> {
  if (wanted.length === 0) return [];
  try {
    const there = new Set((await add(wanted)).map((name) => name.toLowerCase()));
    return wanted.filter((name) => there.has(name.toLowerCase()));
  } catch (error) {
    if (statusOf(error) === 422) return [];
    throw error;
  }
}

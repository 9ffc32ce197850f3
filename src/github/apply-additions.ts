import type { ProbotOctokit } from 'probot';
import type { ThreadRef } from '../domain/thread-ref.ts';
import { addDiscussionLabels } from './discussion-labels.ts';
import { isRefusal, statusOf } from './github-error.ts';

export interface Additions {
  labels: string[];
  assignees: string[];
  reviewers: string[];
}

/** What of the additions stands on the thread. */
export interface Added extends Additions {
  /** The app may not add these. */
  refused: (keyof Additions)[];
}

const KINDS = ['labels', 'assignees', 'reviewers'] as const;

/**
 * Adds, never removes or replaces, and gives what of it then stands there: GitHub passes over who cannot be assigned.
 * Discussions have labels only.
 */
export async function applyAdditions(octokit: ProbotOctokit, ref: ThreadRef, wanted: Additions): Promise<Added> {
  const answers =
    ref.type === 'discussion'
      ? {
          ...{ assignees: [], reviewers: [] },
          labels: await added(wanted.labels, (names) => addDiscussionLabels(octokit, ref, names)),
        }
      : await applyToIssue(octokit, ref, wanted);
  const { labels, assignees, reviewers } = answers;
  const standing = { labels: labels ?? [], assignees: assignees ?? [], reviewers: reviewers ?? [] };
  return { ...standing, refused: KINDS.filter((kind) => answers[kind] === null) };
}

async function applyToIssue(octokit: ProbotOctokit, ref: ThreadRef, wanted: Additions) {
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

/** What GitHub finds wrong is not done, which is no reason not to say it; null: the app may not. */
async function added(wanted: string[], add: (names: string[]) => Promise<string[]>): Promise<string[] | null> {
  if (wanted.length === 0) return [];
  try {
    const there = new Set((await add(wanted)).map((name) => name.toLowerCase()));
    return wanted.filter((name) => there.has(name.toLowerCase()));
  } catch (error) {
    if (statusOf(error) === 422) return [];
    if (isRefusal(error)) return null;
    throw error;
  }
}

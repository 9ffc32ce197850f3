import { milestoneShape } from './milestones.ts';
import { accountOrNull, accountShape, type Shape } from './shape-account.ts';
import { threadAddress } from './shape-comment.ts';
import { apiOf, repositoryShape } from './shape-repository.ts';
import { commonShape, peopleShape, pullLinks } from './shape-thread.ts';
import type { Pull, PullSize } from './state.ts';
import type { World } from './world.ts';

/** `size` where a single pull request is asked for: lists leave it out. */
export function pullShape(world: World, pull: Pull, size?: PullSize): Shape {
  const url = `${apiOf(world, pull.repository)}/pulls/${pull.number}`;
  const issue = `${apiOf(world, pull.repository)}/issues/${pull.number}`;
  const { comments, ...common } = commonShape(world, pull);
  return {
    ...pullLinks(world, pull),
    url,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${apiOf(world, pull.repository)}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: `${apiOf(world, pull.repository)}/statuses/${pull.head.sha}`,
    ...common,
    ...peopleShape(world, pull),
    milestone: milestoneShape(world, pull.milestone),
    requested_reviewers: pull.requestedReviewers.map((reviewer) => accountShape(world, reviewer)),
    requested_teams: [],
    draft: pull.draft,
    closed_at: pull.closedAt,
    merge_commit_sha: pull.mergeCommit,
    head: branchShape(world, pull, pull.head),
    base: branchShape(world, pull, pull.base),
    _links: linksShape(world, pull),
    auto_merge: null,
    ...(size === undefined ? {} : sizeShape(world, pull, size, comments)),
  };
}

function branchShape(world: World, pull: Pull, { ref, sha }: { ref: string; sha: string }): Shape {
  const { owner } = pull.repository;
  return {
    label: `${owner.login}:${ref}`,
    ref,
    sha,
    user: accountShape(world, owner),
    repo: repositoryShape(world, pull.repository),
  };
}

function linksShape(world: World, pull: Pull): Shape {
  const url = `${apiOf(world, pull.repository)}/pulls/${pull.number}`;
  const issue = `${apiOf(world, pull.repository)}/issues/${pull.number}`;
  return {
    self: { href: url },
    html: { href: threadAddress(world, pull) },
    issue: { href: issue },
    comments: { href: `${issue}/comments` },
    review_comments: { href: `${url}/comments` },
    review_comment: { href: `${apiOf(world, pull.repository)}/pulls/comments{/number}` },
    commits: { href: `${url}/commits` },
    statuses: { href: `${apiOf(world, pull.repository)}/statuses/${pull.head.sha}` },
  };
}

function sizeShape(world: World, pull: Pull, size: PullSize, comments: unknown): Shape {
  return {
    merged: pull.mergedAt !== null,
    mergeable: pull.state === 'open' ? true : null,
    rebaseable: null,
    mergeable_state: pull.state === 'open' ? 'clean' : 'unknown',
    merged_by: accountOrNull(world, pull.mergedBy),
    comments,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: size.commits,
    additions: sum(size, 'additions'),
    deletions: sum(size, 'deletions'),
    changed_files: size.files.length,
  };
}

function sum(size: PullSize, field: 'additions' | 'deletions'): number {
  return size.files.reduce((total, file) => total + file[field], 0);
}

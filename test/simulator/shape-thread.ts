import { milestoneShape } from './milestones.ts';
import { accountOrNull, accountShape, type Shape } from './shape-account.ts';
import { association, commentAddress, reactionsShape, threadAddress } from './shape-comment.ts';
import { apiOf, categoryShape, labelShape } from './shape-repository.ts';
import type { Discussion, Issue, Pull, Thread } from './state.ts';
import type { World } from './world.ts';

/** What issues, pulls as issues and discussions have in common. */
export function commonShape(world: World, thread: Thread): Shape {
  return {
    html_url: threadAddress(world, thread),
    id: thread.id,
    node_id: thread.nodeId,
    number: thread.number,
    title: thread.title,
    user: accountOrNull(world, thread.author),
    labels: thread.labels.map((label) => labelShape(world, label)),
    state: thread.state,
    locked: thread.locked,
    comments: thread.comments.length,
    created_at: thread.createdAt,
    updated_at: thread.updatedAt,
    author_association: association(thread.repository, thread.author),
    active_lock_reason: null,
    body: thread.body,
  };
}

/** An issue, or a pull request as the issues API shows it. */
export function issueShape(world: World, thread: Issue | Pull): Shape {
  const url = `${apiOf(world, thread.repository)}/issues/${thread.number}`;
  const pull = thread.kind === 'pull' ? { draft: thread.draft, pull_request: pullLinks(world, thread) } : {};
  return {
    url,
    repository_url: apiOf(world, thread.repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    ...commonShape(world, thread),
    ...peopleShape(world, thread),
    milestone: milestoneShape(world, thread.milestone),
    closed_at: thread.closedAt,
    closed_by: accountOrNull(world, thread.closedBy),
    reactions: reactionsShape(url, thread.reactions),
    performed_via_github_app: null,
    state_reason: thread.kind === 'issue' ? thread.stateReason : null,
    ...pull,
  };
}

export function peopleShape(world: World, thread: Issue | Pull): Shape {
  const assignees = thread.assignees.map((assignee) => accountShape(world, assignee));
  return { assignee: assignees[0] ?? null, assignees };
}

export function pullLinks(world: World, pull: Pull): Shape {
  const address = threadAddress(world, pull);
  return {
    url: `${apiOf(world, pull.repository)}/pulls/${pull.number}`,
    html_url: address,
    diff_url: `${address}.diff`,
    patch_url: `${address}.patch`,
    merged_at: pull.mergedAt,
  };
}

export function discussionShape(world: World, discussion: Discussion): Shape {
  return {
    repository_url: apiOf(world, discussion.repository),
    category: categoryShape(discussion.category),
    answer_html_url: discussion.answer === null ? null : commentAddress(world, discussion.answer),
    answer_chosen_at: discussion.answerChosenAt,
    answer_chosen_by: accountOrNull(world, discussion.answerChosenBy),
    ...commonShape(world, discussion),
    body: discussion.body ?? '',
    state_reason: discussion.stateReason,
    reactions: reactionsShape(
      `${apiOf(world, discussion.repository)}/discussions/${discussion.number}`,
      discussion.reactions,
    ),
  };
}

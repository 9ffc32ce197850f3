import { milestoneNamed, type NewMilestone } from './milestones.ts';
import type { Account, Comment, Discussion, Issue, Label, Pull, Review, Thread } from './state.ts';
import { record, recordEnding, recordLabels } from './thread-events.ts';
import { addComment, addReview, type NewComment, touch } from './thread-parts.ts';
import { labelNamed } from './threads.ts';
import type { Happening, World } from './world.ts';

/** A change of the state that GitHub would also send webhooks for. `told` resolves when the apps have answered. */
export interface Act<T> {
  value: T;
  told: Promise<void>;
}

export function act<T>(world: World, value: T, ...happenings: Happening[]): Act<T> {
  return { value, told: Promise.all(happenings.map((happening) => world.emit(happening))).then(() => undefined) };
}

export function comment(world: World, thread: Thread, given: NewComment & { author: Account }): Act<Comment> {
  const made = addComment(world, thread, given);
  return act(world, made, commentHappening(made, 'created', given.author));
}

export function editComment(world: World, made: Comment, body: string, sender: Account): Act<Comment> {
  const changes = { body: { from: made.body } };
  made.body = body;
  made.editor = sender;
  made.updatedAt = world.now();
  touch(made.thread, made.updatedAt);
  return act(world, made, commentHappening(made, 'edited', sender, changes));
}

export function deleteComment(world: World, made: Comment, sender: Account): Act<Comment> {
  const { thread } = made;
  thread.comments = thread.comments.filter((other) => other !== made && other.replyTo !== made);
  world.state.nodes.delete(made.nodeId);
  if (thread.kind === 'discussion' && thread.answer === made) thread.answer = null;
  return act(world, made, commentHappening(made, 'deleted', sender));
}

function commentHappening(made: Comment, action: string, sender: Account, changes?: object): Happening {
  const { thread } = made;
  const more = { action, comment: made, sender, ...(changes === undefined ? {} : { changes }) };
  if (thread.kind === 'discussion') return { event: 'discussion_comment', discussion: thread, ...more };
  return { event: 'issue_comment', thread, ...more };
}

/** One happening for whatever kind of thread. */
export function threadHappening(
  thread: Thread,
  action: string,
  sender: Account,
  more: { label?: Label; assignee?: Account; changes?: object } = {},
): Happening {
  if (thread.kind === 'issue') return { event: 'issues', action, issue: thread, sender, ...more };
  if (thread.kind === 'pull') return { event: 'pull_request', action, pull: thread, sender, ...more };
  const { assignee: _, ...rest } = more;
  return { event: 'discussion', action, discussion: thread, sender, ...rest };
}

export function edit(
  world: World,
  thread: Thread,
  given: { title?: string; body?: string },
  sender: Account,
): Act<Thread> {
  const changes: Record<string, object> = {};
  if (given.title !== undefined && given.title !== thread.title) changes.title = { from: thread.title };
  if (given.body !== undefined && given.body !== thread.body) changes.body = { from: thread.body ?? '' };
  thread.title = given.title ?? thread.title;
  thread.body = given.body ?? thread.body;
  touch(thread, world.now());
  return act(world, thread, threadHappening(thread, 'edited', sender, { changes }));
}

/** `through` is the pull whose merge closes it. */
export function close(
  world: World,
  thread: Thread,
  reason: Issue['stateReason'],
  sender: Account,
  through: Pull | null = null,
): Act<Thread> {
  thread.state = 'closed';
  thread.closedAt = world.now();
  touch(thread, thread.closedAt);
  if (thread.kind === 'issue') thread.stateReason = reason ?? 'completed';
  if (thread.kind === 'discussion') thread.stateReason = reason === 'duplicate' ? 'duplicate' : 'resolved';
  else {
    thread.closedBy = sender;
    recordEnding(world, thread, { what: 'closed', other: through }, sender);
  }
  return act(world, thread, threadHappening(thread, 'closed', sender));
}

/** GitHub tells of it in the timeline alone, by no webhook of its own. */
export function markDuplicate(
  world: World,
  issue: Issue,
  of: { canonical: Issue; marked: boolean },
  by: Account,
): void {
  const what = of.marked ? 'marked_as_duplicate' : 'unmarked_as_duplicate';
  recordEnding(world, issue, { what, other: of.canonical }, by);
  touch(issue, world.now());
}

export function reopen(world: World, thread: Thread, sender: Account): Act<Thread> {
  thread.state = 'open';
  thread.closedAt = null;
  if (thread.kind !== 'pull') thread.stateReason = 'reopened';
  if (thread.kind !== 'discussion') thread.closedBy = null;
  touch(thread, world.now());
  return act(world, thread, threadHappening(thread, 'reopened', sender));
}

export function lock(world: World, thread: Thread, locked: boolean, sender: Account): Act<Thread> {
  thread.locked = locked;
  return act(world, thread, threadHappening(thread, locked ? 'locked' : 'unlocked', sender));
}

/** null: the thread belongs to none any more. */
export function setMilestone(
  world: World,
  thread: Issue | Pull,
  given: NewMilestone | null,
  sender: Account,
): Act<Issue | Pull> {
  thread.milestone = given === null ? null : milestoneNamed(world, thread.repository, given);
  touch(thread, world.now());
  return act(world, thread, threadHappening(thread, given === null ? 'demilestoned' : 'milestoned', sender));
}

export function label(world: World, thread: Thread, names: string[], sender: Account): Act<Label[]> {
  const wanted = names.map((name) => labelNamed(world, thread.repository, name));
  const added = [...new Set(wanted)].filter((made) => !thread.labels.includes(made));
  thread.labels = [...thread.labels, ...added];
  recordLabels(world, thread, 'labeled', added, sender);
  touch(thread, world.now());
  return act(world, added, ...added.map((made) => threadHappening(thread, 'labeled', sender, { label: made })));
}

export function unlabel(world: World, thread: Thread, name: string, sender: Account): Act<Label | null> {
  const found = thread.labels.find((made) => made.name.toLowerCase() === name.toLowerCase());
  if (found === undefined) return act(world, null);
  thread.labels = thread.labels.filter((made) => made !== found);
  recordLabels(world, thread, 'unlabeled', [found], sender);
  touch(thread, world.now());
  return act(world, found, threadHappening(thread, 'unlabeled', sender, { label: found }));
}

export function assign(world: World, thread: Issue | Pull, people: Account[], sender: Account): Act<Account[]> {
  const added = people.filter((person) => !thread.assignees.includes(person)).slice(0, 10 - thread.assignees.length);
  thread.assignees = [...thread.assignees, ...added];
  record(world, thread, 'assigned', added, sender);
  touch(thread, world.now());
  return act(world, added, ...added.map((assignee) => threadHappening(thread, 'assigned', sender, { assignee })));
}

export function unassign(world: World, thread: Issue | Pull, people: Account[], sender: Account): Act<Account[]> {
  const removed = thread.assignees.filter((person) => people.includes(person));
  thread.assignees = thread.assignees.filter((person) => !removed.includes(person));
  record(world, thread, 'unassigned', removed, sender);
  return act(world, removed, ...removed.map((assignee) => threadHappening(thread, 'unassigned', sender, { assignee })));
}

export function requestReview(world: World, pull: Pull, people: Account[], sender: Account): Act<Account[]> {
  const added = people.filter((person) => !pull.requestedReviewers.includes(person));
  pull.requestedReviewers = [...pull.requestedReviewers, ...added];
  record(world, pull, 'review_requested', added, sender);
  touch(pull, world.now());
  return act(
    world,
    added,
    ...added.map(
      (reviewer) => ({ event: 'pull_request', action: 'review_requested', pull, sender, reviewer }) as const,
    ),
  );
}

export function removeReviewRequest(world: World, pull: Pull, people: Account[], sender: Account): Act<Account[]> {
  const removed = pull.requestedReviewers.filter((person) => people.includes(person));
  pull.requestedReviewers = pull.requestedReviewers.filter((person) => !removed.includes(person));
  record(world, pull, 'review_request_removed', removed, sender);
  return act(
    world,
    removed,
    ...removed.map(
      (reviewer) => ({ event: 'pull_request', action: 'review_request_removed', pull, sender, reviewer }) as const,
    ),
  );
}

export function review(
  world: World,
  pull: Pull,
  given: { author: Account; state: Review['state']; body?: string },
): Act<Review> {
  const made = addReview(world, pull, given);
  return act(world, made, {
    event: 'pull_request_review',
    action: 'submitted',
    pull,
    review: made,
    sender: given.author,
  });
}

export function answer(world: World, discussion: Discussion, chosen: Comment, sender: Account): Act<Discussion> {
  discussion.answer = chosen;
  discussion.answerChosenAt = world.now();
  discussion.answerChosenBy = sender;
  touch(discussion, discussion.answerChosenAt);
  return act(world, discussion, { event: 'discussion', action: 'answered', discussion, sender });
}

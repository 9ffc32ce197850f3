import { type Act, act, threadHappening } from './acts.ts';
import { repositoryShape } from './shape-repository.ts';
import { issueShape } from './shape-thread.ts';
import type { Account, Discussion, Issue, Pull, Repository, Review, Thread } from './state.ts';
import { touch } from './thread-parts.ts';
import { addIssue } from './threads.ts';
import type { World } from './world.ts';

/** Threads that go, and what is taken back in them. */

/** The repository that it leaves and the one that it comes to are told, each by a delivery of its own. */
export async function transferIssue(world: World, issue: Issue, to: Repository, sender: Account): Promise<Issue> {
  const { title, body, author, assignees, createdAt, labels } = issue;
  const made = addIssue(world, to, { title, body, author, assignees, at: createdAt });
  made.labels = to.labels.filter(({ name }) => labels.some((label) => label.name === name));
  made.comments = issue.comments;
  for (const comment of made.comments) comment.thread = made;
  const left = { new_issue: issueShape(world, made), new_repository: repositoryShape(world, to) };
  const came = { old_issue: issueShape(world, issue), old_repository: repositoryShape(world, issue.repository) };
  const told = [
    world.emit({ event: 'issues', action: 'transferred', issue, sender, changes: left }),
    world.emit({ event: 'issues', action: 'opened', issue: made, sender, changes: came }),
  ];
  forgetThread(world, issue);
  await Promise.all(told);
  return made;
}

export async function deleteThread(world: World, thread: Thread, sender: Account): Promise<void> {
  const told = world.emit(threadHappening(thread, 'deleted', sender));
  forgetThread(world, thread);
  await told;
}

function forgetThread({ state }: World, thread: Thread): void {
  thread.repository.threads.delete(thread.number);
  state.nodes.delete(thread.nodeId);
}

export function dismissReview(world: World, review: Review, sender: Account): Act<Review> {
  review.state = 'DISMISSED';
  touch(review.pull, world.now());
  const { pull } = review;
  return act(world, review, { event: 'pull_request_review', action: 'dismissed', pull, review, sender });
}

export function toDraft(world: World, pull: Pull, sender: Account): Act<Pull> {
  pull.draft = true;
  touch(pull, world.now());
  return act(world, pull, threadHappening(pull, 'converted_to_draft', sender));
}

export function unanswer(world: World, discussion: Discussion, sender: Account): Act<Discussion> {
  const { answer } = discussion;
  discussion.answer = null;
  discussion.answerChosenAt = null;
  discussion.answerChosenBy = null;
  touch(discussion, world.now());
  if (answer === null) return act(world, discussion);
  return act(world, discussion, { event: 'discussion', action: 'unanswered', discussion, sender, oldAnswer: answer });
}

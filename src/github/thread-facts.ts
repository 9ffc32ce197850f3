import type { ChangeFact, FileChange, PersonFact, ThreadFact, ThreadOutcome } from '../domain/fact.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { duplicateOf, fixedBy, issueOutcome } from './issue-endings.ts';
import { firstResponse, lastWord } from './spoken-words.ts';
import type { Actor, DiscussionNode, IssueNode, PullNode } from './thread-nodes.ts';

/** How GraphQL's answers read as facts. */

const DISCUSSION_OUTCOMES: Record<string, ThreadOutcome> = {
  RESOLVED: 'completed',
  OUTDATED: 'not-planned',
  DUPLICATE: 'duplicate',
};

/** Longer answers are read up to here. */
const LONGEST_ANSWER = 10_000;

export function issueFact(issue: IssueNode, ref: Pick<RepositoryRef, 'owner' | 'repo'>): ThreadFact {
  return {
    ...threadFact('issue', issue),
    assignees: issue.assignees.map(({ login }) => login),
    participants: issue.participants.map(({ login }) => login),
    state: issue.state === 'OPEN' ? 'open' : 'closed',
    outcome: issueOutcome(issue),
    ...fixedBy(issue, ref),
    ...duplicateOf(issue, ref),
    ...openMilestone(issue),
    ...spokenOn(issue.author, [issue.spoken]),
  };
}

export function pullFact(pull: PullNode): ThreadFact {
  return {
    ...threadFact('pull', pull),
    assignees: pull.assignees.map(({ login }) => login),
    participants: pull.participants.map(({ login }) => login),
    requested: requestedOf(pull),
    state: pull.state === 'OPEN' ? 'open' : 'closed',
    outcome: pull.mergedAt === null ? null : 'merged',
    ...openMilestone(pull),
    ...spokenOn(pull.author, [pull.spoken, pull.reviewed]),
  };
}

/** An answer is an outcome even where nobody closed the discussion, which few do. */
export function discussionFact(discussion: DiscussionNode): ThreadFact {
  const { answer, category } = discussion;
  const people = (discussion.spoken?.nodes ?? []).flatMap((node) => humanLogin(node?.author ?? null));
  return {
    ...threadFact('discussion', discussion),
    assignees: humanLogin(answer?.author ?? null),
    participants: [...new Set([...humanLogin(discussion.author), ...people])],
    state: discussion.closed ? 'closed' : 'open',
    closedAt: discussion.closedAt ?? (discussion.closed || discussion.isAnswered ? discussion.answerChosenAt : null),
    outcome: discussionOutcome(discussion),
    ...(answer && { answer: answer.body.slice(0, LONGEST_ANSWER) }),
    ...(category && { category: { name: category.name, answerable: category.isAnswerable } }),
    // Replies to comments are not read, so who spoke last is not known.
    ...firstResponse(loginOf(discussion.author), [discussion.spoken]),
  };
}

/** What was true once is no answer any more. */
function discussionOutcome({ closed, stateReason, isAnswered }: DiscussionNode): ThreadOutcome | null {
  const ended = closed ? (DISCUSSION_OUTCOMES[stateReason ?? ''] ?? null) : null;
  return isAnswered && ended !== 'not-planned' ? 'answered' : ended;
}

/** A merged pull as the change it made, under the id of the commit that git knows too; null while not merged. */
export function mergedChange(pull: PullNode): ChangeFact | null {
  if (pull.mergeCommit === null || pull.mergedAt === null) return null;
  const author = loginOf(pull.author);
  const reviewers = pull.latestReviews.flatMap((review) => humanLogin(review.author));
  return {
    kind: 'change',
    id: pull.mergeCommit.oid,
    time: pull.mergedAt,
    author,
    reviewers: reviewers.filter((login) => login !== author),
    files: filesOf(pull.files),
    title: pull.title,
    body: pull.body,
  };
}

/** Asked for review or having reviewed. */
export function reviewersOf(pull: PullNode): string[] {
  const reviewed = pull.latestReviews.flatMap(({ author }) => humanLogin(author));
  return [...new Set([...requestedOf(pull), ...reviewed])];
}

function requestedOf(pull: PullNode): string[] {
  return pull.reviewRequests.flatMap(({ requestedReviewer }) => requestedReviewer?.login ?? []);
}

export function filesOf(page: PullNode['files']): FileChange[] {
  return (page?.nodes ?? []).flatMap((file) =>
    file === null ? [] : [{ path: file.path, added: file.additions, deleted: file.deletions }],
  );
}

/** A fact for each author who is a bot, in GitHub's own word. */
export function botFacts(actors: Actor[]): PersonFact[] {
  const bots = new Set(actors.filter(isBot).map((bot) => loginOf(bot) ?? ''));
  return [...bots].map((login) => ({ kind: 'person', login, organisation: null, bot: true }));
}

export function isBot(actor: Actor): boolean {
  return actor?.__typename === 'Bot';
}

/** As everywhere else on GitHub: GraphQL alone leaves out the ending of a bot. */
export function loginOf(actor: Actor): string | null {
  if (actor === null) return null;
  return isBot(actor) && !actor.login.endsWith('[bot]') ? `${actor.login}[bot]` : actor.login;
}

function spokenOn(
  author: Actor,
  lists: Parameters<typeof lastWord>[1],
): Pick<ThreadFact, 'firstResponseAt' | 'lastWord'> {
  const login = loginOf(author);
  return { ...firstResponse(login, lists), ...lastWord(login, lists) };
}

/** One that is closed plans nothing any more. */
function openMilestone({ milestone }: IssueNode | PullNode): Pick<ThreadFact, 'milestone'> {
  if (milestone?.state !== 'OPEN') return {};
  const { number, title, dueOn } = milestone;
  return { milestone: { number, title, dueOn } };
}

function humanLogin(actor: Actor): string[] {
  return actor === null || isBot(actor) ? [] : [actor.login];
}

function threadFact(type: ThreadFact['type'], node: IssueNode | PullNode | DiscussionNode): ThreadFact {
  return {
    kind: 'thread',
    type,
    id: String(node.number),
    time: node.createdAt,
    author: loginOf(node.author),
    title: node.title,
    body: node.body,
    labels: node.labels.map(({ name }) => name),
    assignees: [],
    participants: [],
    state: 'open',
    ...(node.locked && { locked: true }),
    closedAt: node.closedAt,
    outcome: null,
  };
}

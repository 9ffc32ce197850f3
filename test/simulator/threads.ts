import { addLabel } from './seed.ts';
import {
  type Account,
  type App,
  type Category,
  type Comment,
  type Discussion,
  type Issue,
  identify,
  type Label,
  type Pull,
  type Reaction,
  type Repository,
  type Review,
  remember,
  type Thread,
} from './state.ts';
import type { World } from './world.ts';

/** Threads and what hangs on them, put into the state without telling anybody. */

export interface NewThread {
  title: string;
  body?: string | null;
  author: Account | null;
  labels?: string[];
  locked?: boolean;
  at?: string;
  /** Closed from the start. */
  closedAt?: string;
}

function threadBase(world: World, repository: Repository, given: NewThread, prefix: string) {
  const createdAt = given.at ?? world.now();
  repository.updatedAt = createdAt;
  return {
    ...identify(world.state, prefix),
    repository,
    number: repository.nextNumber++,
    title: given.title,
    body: given.body ?? null,
    author: given.author,
    labels: (given.labels ?? []).map((name) => labelNamed(world, repository, name)),
    comments: [],
    reactions: [],
    locked: given.locked ?? false,
    state: given.closedAt === undefined ? ('open' as const) : ('closed' as const),
    createdAt,
    updatedAt: given.closedAt ?? createdAt,
    closedAt: given.closedAt ?? null,
  };
}

/** GitHub makes a label that is put on a thread and does not exist yet. */
export function labelNamed(world: World, repository: Repository, name: string): Label {
  const wanted = name.toLowerCase();
  return (
    repository.labels.find((label) => label.name.toLowerCase() === wanted) ?? addLabel(world, repository, { name })
  );
}

function keep<T extends Thread>(world: World, thread: T): T {
  thread.repository.threads.set(thread.number, thread);
  return remember(world.state, thread);
}

export interface NewIssue extends NewThread {
  assignees?: Account[];
  stateReason?: Issue['stateReason'];
}

export function addIssue(world: World, repository: Repository, given: NewIssue): Issue {
  return keep(world, {
    kind: 'issue',
    ...threadBase(world, repository, given, 'I'),
    stateReason: given.stateReason ?? (given.closedAt === undefined ? null : 'completed'),
    assignees: given.assignees ?? [],
    closedBy: null,
  });
}

export interface NewPull extends NewThread {
  base: Pull['base'];
  head: Pull['head'];
  assignees?: Account[];
  draft?: boolean;
  requestedReviewers?: Account[];
  merged?: { at: string; by: Account; commit: string };
}

export function addPull(world: World, repository: Repository, given: NewPull): Pull {
  const { merged } = given;
  const base = threadBase(world, repository, merged === undefined ? given : { ...given, closedAt: merged.at }, 'PR');
  return keep(world, {
    kind: 'pull',
    ...base,
    assignees: given.assignees ?? [],
    closedBy: merged?.by ?? null,
    draft: given.draft ?? false,
    mergedAt: merged?.at ?? null,
    mergedBy: merged?.by ?? null,
    mergeCommit: merged?.commit ?? null,
    base: given.base,
    head: given.head,
    requestedReviewers: given.requestedReviewers ?? [],
    reviews: [],
    size: null,
  });
}

export interface NewDiscussion extends NewThread {
  /** Name or slug; the first category where it is not given. */
  category?: string;
}

export function addDiscussion(world: World, repository: Repository, given: NewDiscussion): Discussion {
  return keep(world, {
    kind: 'discussion',
    ...threadBase(world, repository, given, 'D'),
    category: categoryNamed(repository, given.category),
    stateReason: given.closedAt === undefined ? null : 'resolved',
    answer: null,
    answerChosenAt: null,
    answerChosenBy: null,
  });
}

function categoryNamed(repository: Repository, name: string | undefined): Category {
  const found = repository.categories.find((c) => name === undefined || c.name === name || c.slug === name);
  if (found === undefined) throw new Error(`${repository.name} has no discussion category ${name ?? 'at all'}`);
  return found;
}

export interface NewComment {
  author: Account | null;
  body: string;
  viaApp?: App | null;
  replyTo?: Comment | null;
  at?: string;
}

export function addComment(world: World, thread: Thread, given: NewComment): Comment {
  const at = given.at ?? world.now();
  const comment: Comment = {
    kind: 'comment',
    ...identify(world.state, thread.kind === 'discussion' ? 'DC' : 'IC'),
    thread,
    author: given.author,
    body: given.body,
    viaApp: given.viaApp ?? null,
    replyTo: given.replyTo ?? null,
    reactions: [],
    createdAt: at,
    updatedAt: at,
  };
  thread.comments.push(comment);
  touch(thread, at);
  return remember(world.state, comment);
}

export function addReview(
  world: World,
  pull: Pull,
  given: { author: Account; state: Review['state']; body?: string; at?: string },
): Review {
  const submittedAt = given.at ?? world.now();
  const review: Review = {
    kind: 'review',
    ...identify(world.state, 'PRR'),
    pull,
    author: given.author,
    body: given.body ?? '',
    state: given.state,
    commit: pull.head.sha,
    submittedAt,
  };
  pull.reviews.push(review);
  pull.requestedReviewers = pull.requestedReviewers.filter((reviewer) => reviewer !== given.author);
  touch(pull, submittedAt);
  return remember(world.state, review);
}

/** The same person reacting the same way again changes nothing. */
export function addReaction(
  world: World,
  subject: Thread | Comment,
  user: Account,
  content: Reaction['content'],
): { reaction: Reaction; isNew: boolean } {
  const known = subject.reactions.find((reaction) => reaction.user === user && reaction.content === content);
  if (known !== undefined) return { reaction: known, isNew: false };
  const ids = identify(world.state, 'REA');
  const reaction: Reaction = { kind: 'reaction', ...ids, subject, user, content, createdAt: world.now() };
  subject.reactions.push(reaction);
  return { reaction: remember(world.state, reaction), isNew: true };
}

export function touch(thread: Thread, at: string): void {
  if (at > thread.updatedAt) thread.updatedAt = at;
}

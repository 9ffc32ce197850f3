import { milestoneNamed, type NewMilestone } from './milestones.ts';
import { addLabel } from './seed.ts';
import {
  type Account,
  type Category,
  type Discussion,
  type Issue,
  identify,
  type Label,
  type Pull,
  type Repository,
  remember,
  type Thread,
} from './state.ts';
import type { World } from './world.ts';

/** Threads, put into the state without telling anybody. */

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
  milestone?: NewMilestone;
  stateReason?: Issue['stateReason'];
}

export function addIssue(world: World, repository: Repository, given: NewIssue): Issue {
  return keep(world, {
    kind: 'issue',
    events: [],
    ...threadBase(world, repository, given, 'I'),
    stateReason: given.stateReason ?? (given.closedAt === undefined ? null : 'completed'),
    assignees: given.assignees ?? [],
    milestone: milestoneNamed(world, repository, given.milestone),
    closedBy: null,
  });
}

export interface NewPull extends NewThread {
  base: Pull['base'];
  head: Pull['head'];
  assignees?: Account[];
  milestone?: NewMilestone;
  draft?: boolean;
  requestedReviewers?: Account[];
  merged?: { at: string; by: Account; commit: string };
}

export function addPull(world: World, repository: Repository, given: NewPull): Pull {
  const { merged } = given;
  const base = threadBase(world, repository, merged === undefined ? given : { ...given, closedAt: merged.at }, 'PR');
  return keep(world, {
    kind: 'pull',
    events: [],
    ...base,
    assignees: given.assignees ?? [],
    milestone: milestoneNamed(world, repository, given.milestone),
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

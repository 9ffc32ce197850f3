import type { Task } from '../domain/task.ts';
import type { KnownWork, WorkChange, WorkThread } from '../match/known-work.ts';
import { rested } from '../match/rested.ts';
import { daysBetween } from '../match/score-decay.ts';
import { finish, type Steps } from '../match/steps.ts';
import type { TakenTask } from './completion.ts';
import type { TaskCost } from './difficulty.ts';

/** What earlier tasks say of a new one. */
export interface NearestTasks {
  /** Costs of the closed tasks most like it. */
  nearest: TaskCost[];
  /** Where people are counted: in threads where the task is like some, else in changes, never some in each. */
  peopleIn: 'threads' | 'changes';
  /** Tasks like it that a person took on, by person. */
  taken: Map<number, TakenTask[]>;
}

interface LikeChange {
  change: WorkChange;
  likeness: number;
}

const NEAREST = 20;

/** Threads are near by their words, changes by their files. */
export function nearestTasks(work: KnownWork, task: Task, nodes: readonly number[]): NearestTasks {
  const similar = work.similarThreads(task, 2 * NEAREST);
  const likeThreads = similar.filter(({ thread }) => thread.standing === 'finished').slice(0, NEAREST);
  const likeChanges = nearestChanges(work, nodes);
  const peopleIn = likeThreads.length > 0 ? 'threads' : 'changes';
  return {
    nearest: [
      ...likeThreads.map(({ thread }) => threadCost(thread)),
      ...likeChanges.map(({ change }) => changeCost(change, peopleIn)),
    ],
    peopleIn,
    taken: takenTasks(similar, likeChanges, work.at),
  };
}

/** Costs of all closed tasks. */
export function closedCosts(work: KnownWork, peopleIn: NearestTasks['peopleIn']): TaskCost[] {
  return finish(closedCostSteps(work, peopleIn));
}

const FACTS_A_PIECE = 4000;

export function* closedCostSteps(work: KnownWork, peopleIn: NearestTasks['peopleIn']): Steps<TaskCost[]> {
  const all: TaskCost[] = [];
  yield* rested(work.threads, FACTS_A_PIECE, (thread) => {
    if (thread.standing !== 'finished') return;
    const cost = threadCost(thread);
    all.push(peopleIn === 'threads' ? cost : { ...cost, people: null });
  });
  yield* rested(work.changes, FACTS_A_PIECE, (change) => all.push(changeCost(change, peopleIn)));
  return all;
}

/** By the cosine of the sets of files; equal ones the latest first. */
function nearestChanges(work: KnownWork, nodes: readonly number[]): LikeChange[] {
  if (nodes.length === 0) return [];
  const near = new Map<number, boolean>(nodes.map((node) => [node, true]));
  const isNear = (node: number): boolean => {
    const known = near.get(node) ?? (node > 0 && isNear(work.tree.parent(node)));
    near.set(node, known);
    return known;
  };
  const found: LikeChange[] = [];
  for (const change of work.changes) {
    const shared = change.files.filter(isNear).length;
    if (shared > 0)
      found.push({ change, likeness: shared / Math.sqrt(change.files.length * Math.max(shared, nodes.length)) });
  }
  const order = (a: LikeChange, b: LikeChange) =>
    b.likeness - a.likeness || b.change.time - a.change.time || (a.change.id < b.change.id ? -1 : 1);
  return found.sort(order).slice(0, NEAREST);
}

/** What a closed thread took; threads tell no files. */
export function threadCost({ author, assignees, participants, time, closedAt }: WorkThread): TaskCost {
  const people = new Set([...(author === null ? [] : [author]), ...assignees, ...participants]);
  return { days: closedAt === null ? null : daysBetween(time, closedAt), people: people.size, files: null };
}

function changeCost({ author, reviewers, files }: WorkChange, peopleIn: NearestTasks['peopleIn']): TaskCost {
  const people = peopleIn === 'changes' ? reviewers.length + (author === null ? 0 : 1) : null;
  return { days: null, people, files: files.length };
}

function takenTasks(
  similar: { thread: WorkThread; score: number }[],
  changes: LikeChange[],
  at: number,
): Map<number, TakenTask[]> {
  const taken = new Map<number, TakenTask[]>();
  const add = (person: number, task: TakenTask) => taken.set(person, [...(taken.get(person) ?? []), task]);
  const best = similar[0]?.score ?? 1;
  for (const { thread, score } of similar) {
    // What was not wanted any more or was known already is nobody's failure.
    if (thread.standing === 'dropped') continue;
    const finished = thread.standing === 'finished';
    const ageDays = daysBetween(thread.closedAt ?? thread.time, at);
    for (const person of thread.assignees) add(person, { finished, likeness: score / best, ageDays });
  }
  for (const { change, likeness } of changes) {
    const ageDays = daysBetween(change.time, at);
    for (const person of change.reviewers) add(person, { finished: true, likeness, ageDays });
    if (change.author !== null) add(change.author, { finished: true, likeness, ageDays });
  }
  return taken;
}

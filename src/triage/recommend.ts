import { areaDemands } from '../community/area-demand.ts';
import { articlesFor } from '../community/articles-for.ts';
import { fittingTasks } from '../community/fitting-tasks.ts';
import { freeTasks } from '../community/free-tasks.ts';
import { rememberingLikeness } from '../community/known-likeness.ts';
import { nextTasks } from '../community/next-tasks.ts';
import { peopleToMeet } from '../community/people-to-meet.ts';
import { type PersonView, personView } from '../community/person-view.ts';
import { taskLevel } from '../community/task-level.ts';
import type { ThreadFact } from '../domain/fact.ts';
import type { NextTask } from '../domain/next-task.ts';
import type { Recommendations } from '../domain/recommendations.ts';
import type { RepositoryModel } from '../match/repository-model.ts';
import type { Steps } from '../match/steps.ts';

export interface Recommending {
  /** ISO 8601. */
  at: string;
  /** Who is recommended to nobody, bots aside. */
  leftOut(login: string): boolean;
  /** Of the people to meet: who did nothing for longer is none. */
  silentDays: number;
  most: { tasks: number; articles: number; people: number };
  readThreads(ids: string[]): Promise<ThreadFact[]>;
  /** Other work gets its turn. */
  rest(): Promise<unknown>;
}

type Model = Pick<RepositoryModel, 'workInSteps' | 'assignees' | 'documents' | 'acts'>;

/** Who did less than this is new here. */
const FIRST_STEPS = 3;

/** What somebody could take up, read, and whom they could meet. However much is open, about as much is looked at. */
export async function recommend(model: Model, login: string, recommending: Recommending): Promise<Recommendations> {
  const { at, most, silentDays, leftOut, readThreads, rest } = recommending;
  const work = rememberingLikeness(await inTurns(model.workInSteps(Date.parse(at)), rest));
  const view = await inTurns(personView(work, login), rest);
  const facts = await readThreads(await inTurns(freeTasks(view), rest));
  const tasks = await inTurns(tasksFor(view, facts, { model, at, most: most.tasks }), rest);
  const also = tasks.map(({ id, title }) => ({ id, title }));
  return {
    tasks,
    articles: await inTurns(articlesFor(view, model, { most: most.articles, also }), rest),
    people: await inTurns(peopleToMeet(view, { most: most.people, silentDays, leftOut }), rest),
  };
}

function* tasksFor(
  view: PersonView,
  facts: readonly ThreadFact[],
  { model, at, most }: { model: Pick<Model, 'assignees' | 'acts'>; at: string; most: number },
): Steps<NextTask[]> {
  const level = taskLevel(view.work, view.person);
  yield;
  const tasks = yield* fittingTasks(view, facts, { model, level, at });
  const demands = areaDemands(view.work, view.areas, [...new Set(tasks.flatMap(({ areas }) => areas))]);
  yield;
  return nextTasks(tasks, { newcomer: isNewcomer(model, view.login, at), usual: level.usual, most, demands });
}

/** Whether somebody has hardly done anything here yet. */
export function isNewcomer(model: Pick<RepositoryModel, 'acts'>, login: string, at: string): boolean {
  return model.acts(login, at) < FIRST_STEPS;
}

async function inTurns<T>(steps: Steps<T>, rest: () => Promise<unknown>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await rest();
  }
}

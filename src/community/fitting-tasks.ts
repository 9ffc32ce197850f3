import type { ThreadFact } from '../domain/fact.ts';
import type { PersonReason } from '../domain/reason.ts';
import { emptyTask, type Task } from '../domain/task.ts';
import type { RepositoryModel } from '../match/repository-model.ts';
import { rested } from '../match/rested.ts';
import { skills } from '../match/skill.ts';
import { neededActsOfAll } from '../match/skill-evidence.ts';
import type { Steps } from '../match/steps.ts';
import { taskNeeds } from '../match/task-needs.ts';
import type { Difficulty } from './difficulty.ts';
import { isUnwanted, welcomeOf } from './free-tasks.ts';
import { interestIn, type PersonView } from './person-view.ts';
import type { TaskLevel } from './task-level.ts';

/** An open task beside one person: all that its place among others and the reasons for it are made of. */
export interface FittingTask {
  fact: ThreadFact;
  /** Of being the one who takes it, 0..1, and why; 0 for one who is not among those who fit it best. */
  probability: number;
  reasons: PersonReason[];
  /** S(i,k). */
  skill: number;
  /** I(i,j) of each area of the task where it is not 0, strongest first. */
  interests: { area: string; interest: number }[];
  /** T(k). */
  difficulty: Difficulty;
  welcome: string | null;
  /** Keys of its areas. */
  areas: string[];
}

/** Somebody fits a task when they are among so many who fit it best. */
const AMONG_BEST = 10;

/** Each of the threads that is free still, in their order; `at` is the time of the question. */
export function* fittingTasks(
  view: PersonView,
  facts: readonly ThreadFact[],
  { model, level, at }: { model: Pick<RepositoryModel, 'assignees'>; level: TaskLevel; at: string },
): Steps<FittingTask[]> {
  const free = facts.filter((fact) => isStillFree(fact, view.login));
  const tasks = free.map(taskOf);
  const needed = yield* neededActsOfAll(view.work, tasks);
  const found: FittingTask[] = [];
  yield* rested(free.entries(), 1, ([place, fact]) => {
    const task = tasks[place] ?? emptyTask;
    const own = model
      .assignees(task, { at, k: AMONG_BEST })
      .find(({ login }) => login.toLowerCase() === view.login.toLowerCase());
    const areas = view.areas.ofTask(taskNeeds(view.work, task));
    const skill = view.person === null ? 0 : (skills(needed[place] ?? []).get(view.person) ?? 0);
    found.push({
      ...{ fact, areas, skill, probability: own?.probability ?? 0, reasons: own?.reasons ?? [] },
      interests: areas
        .map((area) => ({ area, interest: interestIn(view, area) }))
        .filter(({ interest }) => interest > 0)
        .sort((a, b) => b.interest - a.interest || (a.area < b.area ? -1 : 1)),
      difficulty: level.of(task),
      welcome: welcomeOf(fact.labels),
    });
  });
  return found;
}

/** As it is stored now: what was learnt of it may have been a moment before. */
function isStillFree({ author, assignees, state, outcome, locked, labels }: ThreadFact, login: string): boolean {
  const isOwn = author?.toLowerCase() === login.toLowerCase();
  return state === 'open' && outcome === null && assignees.length === 0 && !locked && !isOwn && !isUnwanted(labels);
}

function taskOf({ type, id, author, title, body, labels, participants }: ThreadFact): Task {
  return { ...emptyTask, type, id, author, title, body, labels, participants };
}

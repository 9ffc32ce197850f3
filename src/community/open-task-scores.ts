import type { ThreadFact } from '../domain/fact.ts';
import { emptyTask, type Task } from '../domain/task.ts';
import type { KnownWork } from '../match/known-work.ts';
import { matchShares } from '../match/match-shares.ts';
import { skills } from '../match/skill.ts';
import { neededActsOfAll } from '../match/skill-evidence.ts';
import type { Steps } from '../match/steps.ts';
import { taskNeeds } from '../match/task-needs.ts';
import { completionChance, completionShares, type TakenTask } from './completion.ts';
import { difficultyAmong } from './difficulty.ts';
import { closedCostSteps, type NearestTasks, nearestTasks } from './nearest-tasks.ts';

/** Scores that are of a person and a task, as their mean over tasks; each is 0 for a task that is not for them. */
export interface MeanScores {
  /** S(i,k). */
  skill: number;
  /** S_i. */
  match: number;
  /** C(i,k): half is expected of whoever has no record. */
  completionChance: number;
  /** C_k. */
  completion: number;
}

/** So many of the latest open threads are asked about. */
export const ASKED_TASKS = 100;

/** The latest open threads as tasks, latest first. */
export function openTasks(work: KnownWork, threads: readonly ThreadFact[]): Task[] {
  const open = new Map(
    work.threads.flatMap((thread) => (thread.standing === 'open' ? [[thread.id, thread.time]] : [])),
  );
  const facts = threads.filter(({ id }) => open.has(id));
  const latest = facts.sort((a, b) => (open.get(b.id) ?? 0) - (open.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1));
  return latest.slice(0, ASKED_TASKS).map(({ type, id, author, title, body, labels }) => {
    return { ...emptyTask, type, id, author, title, body, labels };
  });
}

/** `ready` is alpha_i of everybody who may take anything; the author of a task is no candidate for it. */
export function* openTaskScores(
  work: KnownWork,
  tasks: readonly Task[],
  ready: ReadonlyMap<number, number>,
): Steps<Map<number, MeanScores>> {
  const needed = yield* neededActsOfAll(work, tasks);
  const hardness = createHardness(work);
  const sums = createSums(ready.keys(), tasks.length);
  for (const [place, task] of tasks.entries()) {
    const near = nearestTasks(work, task, taskNeeds(work, task).nodes);
    const hard = yield* hardness(near);
    const author = task.author === null ? null : work.find(task.author);
    const able = [...skills(needed[place] ?? [])].filter(
      ([person, skill]) => skill > 0 && ready.has(person) && person !== author,
    );
    const matches = matchShares(able.map(([person, skill]) => ({ skill, readiness: ready.get(person) ?? 0 })));
    const chances = able.map(([person]) => completionChance(near.taken.get(person) ?? []));
    const parts = completionShares(chances, hard);
    for (const [at, [person, skill]] of able.entries()) {
      sums.add(person, { skill, match: matches[at] ?? 0, completion: parts[at] ?? 0 });
    }
    sums.addRecords(near.taken);
    yield;
  }
  return sums.means();
}

/** T(k), for which all closed tasks are looked through once. */
function createHardness(work: KnownWork): (near: NearestTasks) => Steps<number | null> {
  const among = new Map<NearestTasks['peopleIn'], ReturnType<typeof difficultyAmong>>();

  function* amongClosed(peopleIn: NearestTasks['peopleIn']) {
    const costs = yield* closedCostSteps(work, peopleIn);
    yield;
    const found = difficultyAmong(costs);
    among.set(peopleIn, found);
    yield;
    return found;
  }

  return function* ({ nearest, peopleIn }) {
    const known = among.get(peopleIn) ?? (yield* amongClosed(peopleIn));
    return known(nearest).score;
  };
}

function createSums(people: Iterable<number>, tasks: number) {
  const without = completionChance([]);
  const sums = new Map<number, MeanScores>();
  for (const person of people)
    sums.set(person, { skill: 0, match: 0, completionChance: without * tasks, completion: 0 });
  return {
    add(person: number, { skill, match, completion }: Omit<MeanScores, 'completionChance'>): void {
      const sum = sums.get(person);
      if (sum === undefined) return;
      sum.skill += skill;
      sum.match += match;
      sum.completion += completion;
    },
    addRecords(taken: ReadonlyMap<number, readonly TakenTask[]>): void {
      for (const [person, record] of taken) {
        const sum = sums.get(person);
        if (sum !== undefined) sum.completionChance += completionChance(record) - without;
      }
    },
    means(): Map<number, MeanScores> {
      return new Map([...sums].map(([person, sum]) => [person, meanOf(sum, tasks)]));
    },
  };
}

function meanOf(sum: MeanScores, tasks: number): MeanScores {
  const { skill, match, completionChance: chance, completion } = sum;
  return {
    skill: skill / tasks,
    match: match / tasks,
    completionChance: chance / tasks,
    completion: completion / tasks,
  };
}

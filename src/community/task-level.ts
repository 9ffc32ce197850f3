import type { Task } from '../domain/task.ts';
import type { KnownWork } from '../match/known-work.ts';
import { taskNeeds } from '../match/task-needs.ts';
import { type Difficulty, difficultyAmong } from './difficulty.ts';
import { closedCosts, type NearestTasks, nearestTasks, threadCost } from './nearest-tasks.ts';
import { quantile } from './quartiles.ts';

/** How hard tasks are, beside those that a person finished. */
export interface TaskLevel {
  /** T(k). */
  of(task: Task): Difficulty;
  /** Median of T of the last tasks that the person took on and finished; null where there is none. */
  usual: number | null;
}

const LAST_FINISHED = 20;

export function taskLevel(work: KnownWork, person: number | null): TaskLevel {
  const among = new Map<NearestTasks['peopleIn'], ReturnType<typeof difficultyAmong>>();
  const rank = (peopleIn: NearestTasks['peopleIn']) => {
    const known = among.get(peopleIn) ?? difficultyAmong(closedCosts(work, peopleIn));
    among.set(peopleIn, known);
    return known;
  };
  const finished = work.threads
    .filter(({ standing, assignees }) => standing === 'finished' && person !== null && assignees.includes(person))
    .sort((a, b) => (b.closedAt ?? b.time) - (a.closedAt ?? a.time) || (a.id < b.id ? -1 : 1))
    .slice(0, LAST_FINISHED)
    .flatMap((thread) => rank('threads')([threadCost(thread)]).score ?? []);
  return {
    of(task) {
      const { nearest, peopleIn } = nearestTasks(work, task, taskNeeds(work, task).nodes);
      return rank(peopleIn)(nearest);
    },
    usual:
      finished.length === 0
        ? null
        : quantile(
            finished.toSorted((a, b) => a - b),
            0.5,
          ),
  };
}

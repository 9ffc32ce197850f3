import type { KnownWork, WorkThread } from '../match/known-work.ts';
import { rested } from '../match/rested.ts';
import { daysBetween } from '../match/score-decay.ts';
import type { Steps } from '../match/steps.ts';
import { areaDemandSteps } from './area-demand.ts';
import { type Area, type Areas, areaOf } from './areas.ts';
import type { Demand } from './demand.ts';
import { difficultyAmong, type TaskCost } from './difficulty.ts';
import { closedByWeek, type Forecast, forecast } from './forecast.ts';
import { threadCost } from './nearest-tasks.ts';

export interface AreaWork extends Area {
  /** Open threads. */
  open: number;
  /** D(j). */
  demand: Demand;
  /** Mean percentile of days and people that its finished threads took among all; null where none is finished. */
  difficulty: number | null;
  /** Until what is open now is closed. */
  forecast: Forecast;
}

const SEED = 1;

interface Ended {
  /** Of threads that were closed in any way. */
  agesDays: number[];
  /** Of those that were finished. */
  costs: TaskCost[];
}

/** Simulating each takes some milliseconds. */
const MOST_AREAS = 200;
const THREADS_A_PIECE = 500;
const ENDS_A_PIECE = 5000;

/** Labels and directories in which something is open, up to 200; where most weeks of work wait first. */
export function* openWork(work: KnownWork, areas: Areas): Steps<AreaWork[]> {
  const open = new Map<string, number>();
  const ended = new Map<string, Ended>();
  const all: TaskCost[] = [];
  yield* rested(work.threads, THREADS_A_PIECE, (thread) => {
    if (thread.standing === 'finished') all.push(threadCost(thread));
    for (const key of areas.ofThread(thread)) {
      if (areaOf(key).kind === 'topic') continue;
      if (thread.standing === 'open') open.set(key, (open.get(key) ?? 0) + 1);
      else ended.set(key, withEnd(ended.get(key) ?? { agesDays: [], costs: [] }, thread, work.at));
    }
  });
  yield;
  const difficulty = difficultyAmong(all);
  yield;
  const demands = yield* areaDemandSteps(work, areas, [...open.keys()]);
  const spanDays = spanOf(work);
  const waiting = [...open].flatMap(([key, count]) => {
    const found = demands.get(key);
    return found === undefined ? [] : [{ key, ...areaOf(key), open: count, demand: found }];
  });
  const rows: AreaWork[] = [];
  for (const { key, ...area } of waiting.sort(byWaiting).slice(0, MOST_AREAS)) {
    const { agesDays, costs } = ended.get(key) ?? { agesDays: [], costs: [] };
    const coming = forecast(area.open, closedByWeek(agesDays, spanDays), SEED);
    rows.push({ ...area, difficulty: difficulty(costs).score, forecast: coming });
    yield;
  }
  return rows;
}

/** Of all that is open in the repository. */
export function* wholeForecast(work: KnownWork): Steps<Forecast> {
  const { weeks, open } = yield* repositoryPace(work);
  yield;
  return forecast(open, weeks, SEED);
}

function withEnd(ended: Ended, thread: WorkThread, at: number): Ended {
  if (thread.closedAt !== null) ended.agesDays.push(daysBetween(thread.closedAt, at));
  if (thread.standing === 'finished') ended.costs.push(threadCost(thread));
  return ended;
}

/** Closings of each week, the latest first, and how many threads are open. */
export function* repositoryPace(work: KnownWork): Steps<{ weeks: number[]; open: number }> {
  const agesDays: number[] = [];
  let open = 0;
  yield* rested(work.threads, ENDS_A_PIECE, ({ standing, closedAt }) => {
    if (standing === 'open') open += 1;
    else if (closedAt !== null) agesDays.push(daysBetween(closedAt, work.at));
  });
  return { weeks: closedByWeek(agesDays, spanOf(work)), open };
}

/** Days since the first thread. */
function spanOf({ threads, at }: KnownWork): number {
  return daysBetween(
    threads.reduce((first, { time }) => Math.min(first, time), at),
    at,
  );
}

type Waiting = Pick<AreaWork, 'kind' | 'name' | 'open' | 'demand'>;

function byWaiting(a: Waiting, b: Waiting): number {
  const weeksOf = ({ demand }: Waiting) => demand.weeks ?? Number.MAX_VALUE;
  return weeksOf(b) - weeksOf(a) || b.open - a.open || (`${a.kind}:${a.name}` < `${b.kind}:${b.name}` ? -1 : 1);
}

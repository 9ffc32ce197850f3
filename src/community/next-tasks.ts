import type { NextReason, NextTask } from '../domain/next-task.ts';
import { contentWords } from '../match/content-words.ts';
import { areaKey, areaOf } from './areas.ts';
import { areasApart } from './areas-apart.ts';
import type { Demand } from './demand.ts';
import { diverse, overlap } from './diverse.ts';
import type { FittingTask } from './fitting-tasks.ts';

/** Who the tasks are for. */
export interface TaskTaker {
  newcomer: boolean;
  /** T of the tasks that they usually finish; null where they finished none. */
  usual: number | null;
}

export interface NextOptions extends TaskTaker {
  most: number;
  /** How much the fit counts beside being unlike what is recommended already; absent: as usual. */
  relevance?: number;
  /** D(j) by area. */
  demands: ReadonlyMap<string, Demand>;
}

/**
 * What each part adds to the log of how well a task fits. On four histories, each left out in turn, nothing added to the
 * chance helped: skill and interest are in it already. So the others only decide between tasks with like chances.
 */
const FIT_WEIGHTS = { chance: 1, skill: 0.1, interest: 0.1, level: 0.1, demand: 0.02 };

const RELEVANCE = 0.8;
/** Somebody with no part in the chances is not without any. */
const LEAST_CHANCE = 0.01;
/** What fits less well than this part of the best is left out, unless whoever comes is welcome to it. */
const LEAST_FIT = 0.1;
/** Up to here a task is easy. */
const EASY_UP_TO = 0.4;
/** T of a task of which it is not known, and of those whose usual is not. */
const MIDDLE = 0.5;
/** More weeks of waiting work count no more. */
const MOST_WEEKS = 52;

/** The best few for somebody, not all alike; for newcomers first what is meant for them, easy ones before hard ones. */
export function nextTasks(tasks: readonly FittingTask[], options: NextOptions): NextTask[] {
  const { newcomer, most, relevance = RELEVANCE } = options;
  const fitting = tasks
    .filter((task) => speaksFor(task, options))
    .map((task) => ({ task, fit: fitOf(task, options), traits: traitsOf(task) }))
    .sort((a, b) => b.fit - a.fit || latestFirst(a.task, b.task));
  const tiers = newcomer
    ? [fitting.filter(({ task }) => task.welcome !== null), fitting.filter(({ task }) => task.welcome === null)]
    : [fitting];
  const best = Math.max(...fitting.map(({ fit }) => fit));
  const isNear = ({ task, fit }: { task: FittingTask; fit: number }) =>
    task.welcome !== null || newcomer || fit >= best + Math.log(LEAST_FIT);
  const chosen = tiers
    .map((tier) => tier.filter(isNear))
    .flatMap((tier) =>
      diverse(tier, most, {
        score: ({ fit }) => Math.exp(fit - best),
        likeness: (a, b) => overlap(a.traits, b.traits),
        relevance,
      }),
    );
  return chosen.slice(0, most).map(({ task }) => nextTask(task, options));
}

/** How well a task fits, as a logarithm: only comparable within one answer. */
export function fitOf(
  task: FittingTask,
  { newcomer, usual, demands }: TaskTaker & Pick<NextOptions, 'demands'>,
): number {
  const level = newcomer ? 0 : (usual ?? MIDDLE);
  const hard = task.difficulty.score ?? MIDDLE;
  const waits = Math.max(0, ...task.areas.map((area) => weeksIn(demands.get(area))));
  return (
    FIT_WEIGHTS.chance * Math.log(task.probability + LEAST_CHANCE) +
    FIT_WEIGHTS.skill * task.skill +
    FIT_WEIGHTS.interest * (task.interests[0]?.interest ?? 0) -
    FIT_WEIGHTS.level * Math.abs(hard - level) +
    FIT_WEIGHTS.demand * Math.log2(1 + Math.min(MOST_WEEKS, waits))
  );
}

/** Where nothing endless waits, weeks; where nothing was ever completed, as many as count. */
function weeksIn(demand: Demand | undefined): number {
  return demand === undefined ? 0 : (demand.weeks ?? MOST_WEEKS);
}

/** What two tasks are alike in: their areas and the words of their titles. */
export function traitsOf({ fact, areas }: Pick<FittingTask, 'fact' | 'areas'>): Set<string> {
  return new Set([...areas, ...contentWords(fact.title)]);
}

function speaksFor(
  { probability, welcome, interests, skill, difficulty }: FittingTask,
  { newcomer }: TaskTaker,
): boolean {
  if (probability > 0 || welcome !== null) return true;
  if (newcomer) return difficulty.score !== null && difficulty.score <= EASY_UP_TO;
  return interests.length > 0 && skill > 0;
}

function latestFirst(a: FittingTask, b: FittingTask): number {
  return Number(b.fact.id) - Number(a.fact.id) || (a.fact.id < b.fact.id ? -1 : 1);
}

function nextTask(task: FittingTask, options: NextOptions): NextTask {
  const { id, type, title } = task.fact;
  const { probability, welcome, reasons } = task;
  return { id, type, title, probability, welcome, reasons: [...reasons, ...ownReasons(task, options)] };
}

const SHOWN_AREAS = 2;
/** T this far from the usual is called fitting. */
const FITTING = 0.15;
/** Fewer weeks of waiting are nothing special. */
const LONG_WEEKS = 8;

function ownReasons(task: FittingTask, { newcomer, usual, demands }: NextOptions): NextReason[] {
  const reasons: NextReason[] = [];
  const areas = areasApart(
    task.interests.map(({ area }) => areaOf(area)),
    SHOWN_AREAS,
    (area) => area,
  );
  if (areas.length > 0) reasons.push({ kind: 'in-their-areas', areas });
  const { score, days } = task.difficulty;
  const told = days === null ? null : days.typical;
  if (score !== null && newcomer && score <= EASY_UP_TO)
    reasons.push({ kind: 'fitting-difficulty', as: 'easy', days: told });
  if (score !== null && !newcomer && usual !== null && Math.abs(score - usual) <= FITTING) {
    reasons.push({ kind: 'fitting-difficulty', as: 'usual', days: told });
  }
  const waiting = task.areas
    .map((area) => ({ area: areaOf(area), demand: demands.get(area) }))
    .filter(({ area, demand }) => area.kind !== 'topic' && weeksIn(demand) >= LONG_WEEKS)
    .sort((a, b) => weeksIn(b.demand) - weeksIn(a.demand) || (areaKey(a.area) < areaKey(b.area) ? -1 : 1))[0];
  if (waiting !== undefined)
    reasons.push({ kind: 'work-waits', area: waiting.area, weeks: waiting.demand?.weeks ?? null });
  return reasons;
}

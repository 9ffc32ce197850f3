import { orderlessSum } from '../match/shares.ts';
import { quantile } from './quartiles.ts';

/** What a closed task took; null where its facts do not tell. */
export interface TaskCost {
  days: number | null;
  people: number | null;
  files: number | null;
}

/** What the nearest closed tasks usually took, and where that stands among all. */
export interface CostRank {
  /** Median of the nearest, in days, people or files. */
  typical: number;
  /** Part of all closed tasks that took less, 0..1; one that took the same counts half. */
  percentile: number;
}

export interface Difficulty {
  /** T(k): mean of the percentiles that are known; null where none is. */
  score: number | null;
  days: CostRank | null;
  people: CostRank | null;
  files: CostRank | null;
}

/** T(k), 0..1 without unit: how time, people and files of the nearest closed tasks stand among those of all. */
export function difficulty(nearest: readonly TaskCost[], all: readonly TaskCost[]): Difficulty {
  return difficultyAmong(all)(nearest);
}

/** The same for many tasks, so that all are looked through once. */
export function difficultyAmong(all: readonly TaskCost[]): (nearest: readonly TaskCost[]) => Difficulty {
  const among = { days: known(all, 'days'), people: known(all, 'people'), files: known(all, 'files') };
  return (nearest) => {
    const rank = (cost: keyof TaskCost) => costRank(known(nearest, cost), among[cost]);
    const ranks = { days: rank('days'), people: rank('people'), files: rank('files') };
    const percentiles = Object.values(ranks).flatMap((found) => (found === null ? [] : [found.percentile]));
    const score = percentiles.length === 0 ? null : orderlessSum(percentiles) / percentiles.length;
    return { score, ...ranks };
  };
}

function known(costs: readonly TaskCost[], cost: keyof TaskCost): number[] {
  return costs.flatMap((task) => task[cost] ?? []);
}

function costRank(nearest: number[], all: number[]): CostRank | null {
  if (nearest.length === 0 || all.length === 0) return null;
  const typical = quantile(
    nearest.toSorted((a, b) => a - b),
    0.5,
  );
  let below = 0;
  for (const cost of all) {
    if (cost < typical) below += 1;
    else if (cost === typical) below += 0.5;
  }
  return { typical, percentile: below / all.length };
}

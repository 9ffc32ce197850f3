import type { KnownWork } from '../match/known-work.ts';
import { rested } from '../match/rested.ts';
import { daysBetween } from '../match/score-decay.ts';
import { finish, type Steps } from '../match/steps.ts';
import type { Areas } from './areas.ts';
import { type Demand, demand, type OpenWork } from './demand.ts';

/** D(j) of the areas that threads tell anything of. Facts hold no reactions, so none are counted. */
export function areaDemands(work: KnownWork, areas: Areas, wanted: readonly string[]): Map<string, Demand> {
  return finish(areaDemandSteps(work, areas, wanted));
}

const THREADS_A_PIECE = 500;

export function* areaDemandSteps(work: KnownWork, areas: Areas, wanted: readonly string[]): Steps<Map<string, Demand>> {
  const threads = new Map(wanted.map((area) => [area, { open: [] as OpenWork[], completed: [] as number[] }]));
  let first = work.at;
  yield* rested(work.threads, THREADS_A_PIECE, (thread) => {
    first = Math.min(first, thread.time);
    for (const area of areas.ofThread(thread)) {
      const found = threads.get(area);
      if (found === undefined) continue;
      if (thread.standing === 'open') found.open.push({ ageDays: daysBetween(thread.time, work.at) });
      if (thread.standing === 'finished') found.completed.push(daysBetween(thread.closedAt ?? thread.time, work.at));
    }
  });
  const told = [...threads].filter(([, { open, completed }]) => open.length + completed.length > 0);
  return new Map(
    told.map(([area, { open, completed }]) => [area, demand(open, completed, daysBetween(first, work.at))]),
  );
}

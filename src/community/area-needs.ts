import type { KnownWork } from '../match/known-work.ts';
import { isProcessLabel } from '../match/process-labels.ts';
import { rested } from '../match/rested.ts';
import type { Steps } from '../match/steps.ts';
import { areaDemandSteps } from './area-demand.ts';
import { type Areas, areaOf } from './areas.ts';

/** Open work in an area that wants people. */
export interface AreaNeed {
  /** Open threads. */
  open: number;
  /** D(j); null: nothing was ever completed. */
  weeks: number | null;
}

const THREADS_A_PIECE = 1_000;

/** Areas in which something is open, by key; labels that tell how a thread is dealt with are none. */
export function* areaNeeds(work: KnownWork, areas: Areas): Steps<Map<string, AreaNeed>> {
  const open = new Map<string, number>();
  yield* rested(work.threads, THREADS_A_PIECE, (thread) => {
    if (thread.standing !== 'open') return;
    for (const key of areas.ofThread(thread)) if (!isProcess(key)) open.set(key, (open.get(key) ?? 0) + 1);
  });
  const demands = yield* areaDemandSteps(work, areas, [...open.keys()]);
  yield;
  return new Map([...open].map(([key, count]) => [key, { open: count, weeks: demands.get(key)?.weeks ?? null }]));
}

export function isProcess(key: string): boolean {
  const { kind, name } = areaOf(key);
  return kind === 'label' && isProcessLabel(name);
}

/** Weeks of waiting that are half as urgent as can be. */
const HALF_URGENT_WEEKS = 4;

/** 0..1: `w / (w + 4)` of w weeks; 1 where no end is in sight. */
export function urgency({ weeks }: AreaNeed): number {
  return weeks === null ? 1 : weeks / (weeks + HALF_URGENT_WEEKS);
}

import type { ThreadFact, ThreadMilestone } from '../domain/fact.ts';
import type { KnownWork, WorkThread } from '../match/known-work.ts';
import { readTime } from '../match/read-time.ts';
import { rested } from '../match/rested.ts';
import { daysBetween } from '../match/score-decay.ts';
import type { Steps } from '../match/steps.ts';
import { closedByWeek, completionWeeks, type Forecast, forecastOf, type Pace } from './forecast.ts';
import { repositoryPace } from './open-work.ts';

/** When what is planned for a milestone will be closed. */
export interface MilestoneForecast extends ThreadMilestone {
  open: number;
  closed: number;
  /** `own`: as its own threads were closed; `repository`: by its part of all that is, where too few of its own were. */
  pace: 'own' | 'repository';
  /** Weeks until all of it is closed. */
  forecast: Forecast;
  /** Chance that it is when it is due, 0..1; null where it is not due at a time. */
  byDue: number | null;
}

/** Fewer closings tell no pace. */
const FEWEST_CLOSINGS = 5;
const SEED = 1;
const WEEK_DAYS = 7;

interface Planned extends ThreadMilestone {
  open: number;
  /** How many days ago each was closed. */
  agesDays: number[];
}

/** Of those with something open, the ones that are due first; what is due at no time comes last. */
export function* milestoneForecasts(work: KnownWork, facts: readonly ThreadFact[]): Steps<MilestoneForecast[]> {
  const planned = yield* plannedWork(work, facts);
  yield;
  const all = yield* repositoryPace(work);
  yield;
  const rows: MilestoneForecast[] = [];
  for (const { agesDays, ...milestone } of planned) {
    const isOwn = agesDays.length >= FEWEST_CLOSINGS;
    const pace: Pace = isOwn
      ? { weeks: closedByWeek(agesDays, Math.max(...agesDays) + 1) }
      : { weeks: all.weeks, share: milestone.open / all.open };
    const runs = completionWeeks(milestone.open, pace, SEED);
    rows.push({
      ...{ ...milestone, closed: agesDays.length, pace: isOwn ? 'own' : 'repository' },
      ...{ forecast: forecastOf(runs), byDue: chanceByDue(runs, milestone.dueOn, work.at) },
    });
    yield;
  }
  const dueOf = ({ dueOn }: MilestoneForecast) => dueOn ?? '9999';
  return rows.sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : Number(dueOf(a) > dueOf(b))) || a.number - b.number);
}

const FACTS_A_PIECE = 4000;

/** A milestone is called and due as the thread that was learnt last has it. */
function* plannedWork(work: KnownWork, facts: readonly ThreadFact[]): Steps<Planned[]> {
  const threads = new Map<string, WorkThread>();
  yield* rested(work.threads, FACTS_A_PIECE, (thread) => threads.set(thread.id, thread));
  const found = new Map<number, Planned>();
  yield* rested(facts, FACTS_A_PIECE, ({ id, milestone }) => {
    const thread = threads.get(id);
    if (milestone === undefined || thread === undefined) return;
    const before = found.get(milestone.number) ?? { open: 0, agesDays: [] };
    found.set(milestone.number, withThread({ ...before, ...milestone }, thread, work.at));
  });
  return [...found.values()].filter(({ open }) => open > 0);
}

function withThread(planned: Planned, { standing, closedAt }: WorkThread, at: number): Planned {
  if (standing === 'open') planned.open += 1;
  else if (closedAt !== null) planned.agesDays.push(daysBetween(closedAt, at));
  return planned;
}

/** In whole weeks: what ends within the last one, before it is over, is not told apart. */
function chanceByDue(runs: readonly number[], dueOn: string | null, at: number): number | null {
  const due = dueOn === null ? null : readTime(dueOn);
  if (due === null) return null;
  const weeks = daysBetween(at, due) / WEEK_DAYS;
  return runs.filter((taken) => taken <= weeks).length / runs.length;
}

import type { ThreadFact, ThreadType } from '../domain/fact.ts';
import { DAY_MS } from '../match/decay.ts';
import { readTime } from '../match/read-time.ts';
import type { Steps } from '../match/steps.ts';
import { contributions, type DaysWork } from './contributions.ts';
import { type FirstContribution, firstContributions } from './first-contributions.ts';
import type { MeasuredInput } from './measured-input.ts';
import { presenceSteps } from './presence.ts';
import { inactiveDays, silentAfter } from './silence.ts';

/** What happened day by day, for whoever sums up a week or a month. */
export interface ActivityPart {
  /** Days of UTC, the oldest first, up to the one that is not over yet. */
  days: ActivityDay[];
  /** What each person did on each day; nobody who is left out. */
  contributions: DaysWork[];
  /** Of those days, the oldest first; null where the history is too short to tell who is new. */
  newcomers: FirstContribution[] | null;
  regulars: number;
  /** How many days ago each regular who fell silent did something last, the latest first. */
  quietDays: number[];
}

export interface ActivityDay {
  /** Such as `2026-11-16`. */
  day: string;
  opened: Record<ThreadType, number>;
  /** Pulls that were merged are not among the closed ones, nor discussions that were answered. */
  closed: Record<ThreadType, number>;
  merged: number;
  answered: number;
  /** What was opened waited so many hours until somebody else spoke, which was on this day. */
  responseHours: number[];
}

/** A month, the one before it, and as long again for a digest that comes late. */
export const ACTIVITY_DAYS = 124;
const HOUR_MS = 3_600_000;
/** So many threads are looked through without a rest. */
const AT_ONCE = 1_000;

export function* activityPart({ work, threads, config, leftOut }: MeasuredInput): Steps<ActivityPart> {
  const today = Math.floor(work.at / DAY_MS);
  const days = Array.from({ length: ACTIVITY_DAYS }, (_, at) => emptyDay(today - ACTIVITY_DAYS + 1 + at));
  const dayOf = (time: number) =>
    time > work.at ? undefined : days[Math.floor(time / DAY_MS) - today + ACTIVITY_DAYS - 1];
  for (const [at, thread] of threads.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) yield;
    countThread(thread, dayOf);
  }
  yield;
  const since = (today - ACTIVITY_DAYS + 1) * DAY_MS;
  const told = { work, since, leftOut };
  const newcomers = yield* firstContributions(told);
  yield;
  const present = yield* presenceSteps(work, silentAfter(inactiveDays(config)));
  const people = [...present].filter(([person]) => !leftOut(work.login(person)));
  yield;
  const of = (wanted: string) => people.filter(([, { standing }]) => standing === wanted);
  return {
    days,
    contributions: yield* contributions(told),
    newcomers,
    regulars: of('regular').length,
    quietDays: of('silent')
      .map(([, { lastDays }]) => Math.floor(lastDays))
      .sort((a, b) => a - b),
  };
}

function emptyDay(day: number): ActivityDay {
  const none = () => ({ issue: 0, pull: 0, discussion: 0 });
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  return { day: text, opened: none(), closed: none(), merged: 0, answered: 0, responseHours: [] };
}

function countThread(thread: ThreadFact, dayOf: (time: number) => ActivityDay | undefined): void {
  const opened = readTime(thread.time);
  if (opened === null) return;
  const openedOn = dayOf(opened);
  if (openedOn !== undefined) openedOn.opened[thread.type] += 1;
  countEnd(thread, dayOf);
  const answeredAt = thread.firstResponseAt ? readTime(thread.firstResponseAt) : null;
  if (answeredAt !== null && answeredAt >= opened) {
    dayOf(answeredAt)?.responseHours.push(Math.round((answeredAt - opened) / HOUR_MS));
  }
}

function countEnd({ type, closedAt, outcome }: ThreadFact, dayOf: (time: number) => ActivityDay | undefined): void {
  const ended = closedAt === null ? null : readTime(closedAt);
  const day = ended === null ? undefined : dayOf(ended);
  if (day === undefined) return;
  if (outcome === 'merged') day.merged += 1;
  else if (outcome === 'answered') day.answered += 1;
  else day.closed[type] += 1;
}

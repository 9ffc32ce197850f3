import type { KnownWork } from '../match/known-work.ts';
import { rested } from '../match/rested.ts';
import { daysBetween } from '../match/score-decay.ts';
import { finish, type Steps } from '../match/steps.ts';
import { INACTIVE_DAYS, silentAfter } from './silence.ts';

/** First seen at most so many days ago. Where the history is not twice as long nobody is: it may just begin there. */
export const NEW_DAYS = 90;
/** Nothing for so long is silence, where the configuration does not say otherwise. */
export const SILENT_DAYS = silentAfter(INACTIVE_DAYS);
/** Whose silence began longer ago is history. */
export const FORGOTTEN_DAYS = 365;
/** A regular acts in at least 3 of 6 months of 30 days. */
export const MONTH_DAYS = 30;
export const MONTHS = 6;
export const REGULAR_MONTHS = 3;

/** Some milliseconds of work. */
const FACTS_A_PIECE = 4000;
const PEOPLE_A_PIECE = 1000;

export type Standing = 'newcomer' | 'regular' | 'silent' | 'occasional' | 'gone';

export interface Presence {
  standing: Standing;
  /** Days since their first and last act. */
  firstDays: number;
  lastDays: number;
  acts: number;
}

/**
 * How present each person is, by what they wrote, reviewed, opened, took and joined; an act in a thread counts when the
 * thread was opened. `silent`: was a regular up to their last act, which is `silentDays`, 90 where
 * nothing else is said, to 365 days ago.
 */
export function* presenceSteps(work: KnownWork, silentDays = SILENT_DAYS): Steps<Map<number, Presence>> {
  const ages = yield* ageOfActs(work);
  let historyDays = 0;
  for (const all of ages.values()) for (const age of all) historyDays = Math.max(historyDays, age);
  yield;
  const found = new Map<number, Presence>();
  yield* rested(ages, PEOPLE_A_PIECE, ([person, all]) =>
    found.set(person, presenceOf(all, { historyDays, silentDays })),
  );
  return found;
}

export function presences(work: KnownWork, silentDays = SILENT_DAYS): Map<number, Presence> {
  return finish(presenceSteps(work, silentDays));
}

interface Terms {
  historyDays: number;
  silentDays: number;
}

function presenceOf(ages: number[], terms: Terms): Presence {
  let [firstDays, lastDays] = [0, Number.POSITIVE_INFINITY];
  for (const age of ages) {
    firstDays = Math.max(firstDays, age);
    lastDays = Math.min(lastDays, age);
  }
  return { standing: standingOf(ages, { firstDays, lastDays, ...terms }), firstDays, lastDays, acts: ages.length };
}

function standingOf(
  ages: number[],
  { firstDays, lastDays, historyDays, silentDays }: Terms & { firstDays: number; lastDays: number },
): Standing {
  const isSilent = lastDays >= silentDays;
  if (isSilent) return isRegular(ages, lastDays) && lastDays <= FORGOTTEN_DAYS ? 'silent' : 'gone';
  if (firstDays <= NEW_DAYS && historyDays >= 2 * NEW_DAYS) return 'newcomer';
  return isRegular(ages, 0) ? 'regular' : 'occasional';
}

/** Whether the six months before an age hold acts in three. */
function isRegular(ages: number[], until: number): boolean {
  const months = new Set<number>();
  for (const age of ages) {
    const month = Math.floor((age - until) / MONTH_DAYS);
    if (month >= 0 && month < MONTHS) months.add(month);
  }
  return months.size >= REGULAR_MONTHS;
}

function* ageOfActs(work: KnownWork): Steps<Map<number, number[]>> {
  const found = new Map<number, number[]>();
  const see = (people: Iterable<number>, time: number) => {
    for (const person of people) {
      const ages = found.get(person) ?? [];
      if (ages.length === 0) found.set(person, ages);
      ages.push(daysBetween(time, work.at));
    }
  };
  yield* rested(work.changes, FACTS_A_PIECE, ({ author, reviewers, time }) => see(known(author, reviewers), time));
  yield* rested(work.threads, FACTS_A_PIECE, ({ author, assignees, participants, time }) =>
    see(known(author, [...assignees, ...participants]), time),
  );
  return found;
}

function known(author: number | null, others: number[]): Set<number> {
  return new Set(author === null ? others : [author, ...others]);
}

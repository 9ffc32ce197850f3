import type { ThreadType } from '../domain/fact.ts';
import type { ActivityDay, ActivityPart } from './activity-part.ts';
import { type Period, periodBefore } from './digest-period.ts';
import { quartiles } from './quartiles.ts';

/** What happened in a period. */
export interface Moved {
  opened: number;
  /** Closed, merged or answered. */
  ended: number;
  byType: Record<ThreadType, { opened: number; closed: number }>;
  merged: number;
  answered: number;
  /** Median hours until somebody else spoke, of what was first answered in the period; null where nothing was. */
  responseHours: number | null;
  /** How many people did something. */
  people: number;
}

/** A period, and the one before it; null where the days that were measured do not cover both. */
export function movedIn(activity: ActivityPart, period: Period): { now: Moved; before: Moved } | null {
  const earlier = periodBefore(period);
  const [first, last] = [activity.days[0]?.day, activity.days.at(-1)?.day];
  if (first === undefined || last === undefined || first > earlier.from || last < period.to) return null;
  return { now: sumOf(activity, period), before: sumOf(activity, earlier) };
}

export function isWithin(day: string, { from, to }: Period): boolean {
  return day >= from && day < to;
}

function sumOf({ days, contributions }: ActivityPart, period: Period): Moved {
  const within = days.filter(({ day }) => isWithin(day, period));
  const sum = (count: (day: ActivityDay) => number) => within.reduce((all, day) => all + count(day), 0);
  const byType = {
    issue: typeSum('issue'),
    pull: typeSum('pull'),
    discussion: typeSum('discussion'),
  };
  const [merged, answered] = [sum((day) => day.merged), sum((day) => day.answered)];
  const closed = byType.issue.closed + byType.pull.closed + byType.discussion.closed;
  return {
    opened: byType.issue.opened + byType.pull.opened + byType.discussion.opened,
    ended: closed + merged + answered,
    byType,
    merged,
    answered,
    responseHours: quartiles(within.flatMap(({ responseHours }) => responseHours))?.median ?? null,
    people: new Set(contributions.filter(({ day }) => isWithin(day, period)).map(({ login }) => login)).size,
  };

  function typeSum(type: ThreadType): { opened: number; closed: number } {
    return { opened: sum(({ opened }) => opened[type]), closed: sum((day) => day.closed[type]) };
  }
}

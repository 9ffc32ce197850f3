import type { ActivityPart } from './activity-part.ts';
import { isWithin } from './digest-moved.ts';
import type { Period } from './digest-period.ts';

export interface Ranked {
  login: string;
  wrote: number;
  reviewed: number;
  answered: number;
}

const MOST = 5;

/** Who reviewed and answered most in a period, which helps others, before who wrote most. */
export function rankingOf({ contributions }: ActivityPart, period: Period): Ranked[] {
  const sums = new Map<string, Ranked>();
  for (const { day, login, wrote, reviewed, answered } of contributions) {
    if (!isWithin(day, period)) continue;
    const sum = sums.get(login) ?? { login, wrote: 0, reviewed: 0, answered: 0 };
    sums.set(login, {
      login,
      wrote: sum.wrote + wrote,
      reviewed: sum.reviewed + reviewed,
      answered: sum.answered + answered,
    });
  }
  const helped = (one: Ranked) => one.reviewed + one.answered;
  return [...sums.values()]
    .toSorted((a, b) => helped(b) - helped(a) || b.wrote - a.wrote || (a.login < b.login ? -1 : 1))
    .slice(0, MOST);
}

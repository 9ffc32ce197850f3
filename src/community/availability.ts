import { readTime } from '../match/read-time.ts';
import { daysBetween } from '../match/score-decay.ts';
import type { MeasuredInput } from './measured-input.ts';

/** Whether somebody would be suggested now, and if not, the first reason. */
export interface Availability {
  state: 'active' | 'away' | 'full' | 'inactive';
  /** ISO 8601 UTC; null where they are not away, or no end is known. */
  awayUntil: string | null;
  /** Open issues and pulls they are assigned to or asked to review, and how many they may hold. */
  load: number;
  capacity: number;
}

const DAY_MS = 86_400_000;

type Input = Pick<MeasuredInput, 'work' | 'config' | 'settings'>;

/** By the rules of suggestions: nobody can have been silent for longer than the history is. */
export function availabilityIn(
  { work, config, settings }: Input,
  historyDays: number,
): (person: number, lastDays: number) => Availability {
  const { away, capacity: usual, inactiveAfter } = config.people;
  const absences = new Map(away.map(({ login, until }) => [login.toLowerCase(), until]));

  /** The last day of an absence belongs to it. */
  function absence(login: string): { until: string | null } | null {
    const own = settings.get(login)?.awayUntil ?? null;
    if (own !== null && isAhead(readTime(own))) return { until: own };
    const until = absences.get(login);
    if (until === undefined) return null;
    if (until === null) return { until };
    const end = Date.parse(until) + DAY_MS;
    return isAhead(end) ? { until: new Date(end).toISOString() } : null;
  }

  function isAhead(time: number | null): boolean {
    return time !== null && daysBetween(work.at, time) > 0;
  }

  return (person, lastDays) => {
    const login = work.login(person).toLowerCase();
    const load = work.openLoad(person);
    const capacity = settings.get(login)?.capacity ?? usual;
    const missing = absence(login);
    const held = { awayUntil: missing?.until ?? null, load, capacity };
    if (missing !== null) return { state: 'away', ...held };
    if (load >= capacity) return { state: 'full', ...held };
    const isInactive = Math.min(historyDays, lastDays) * DAY_MS > inactiveAfter;
    return { state: isInactive ? 'inactive' : 'active', ...held };
  };
}

import { DAY_MS } from '../match/decay.ts';
import type { KnownWork } from '../match/known-work.ts';

/** What one person did on one day of UTC. */
export interface DaysWork {
  day: string;
  login: string;
  /** Changes that they wrote, changes of others that they reviewed, discussions that they answered. */
  wrote: number;
  reviewed: number;
  answered: number;
}

export interface Told {
  work: KnownWork;
  /** Milliseconds since 1970: what was before is not told. */
  since: number;
  leftOut(login: string): boolean;
}

type Deed = 'wrote' | 'reviewed' | 'answered';

/** By day, then by login. */
export function contributions({ work, since, leftOut }: Told): DaysWork[] {
  const found = new Map<string, DaysWork>();
  const count = (person: number, deed: Deed, time: number) => {
    const login = work.login(person);
    if (leftOut(login)) return;
    const day = new Date(Math.floor(time / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
    const key = `${day} ${login}`;
    const row = found.get(key) ?? { day, login, wrote: 0, reviewed: 0, answered: 0 };
    row[deed] += 1;
    found.set(key, row);
  };
  for (const { author, reviewers, time } of work.changes) {
    if (time < since) continue;
    if (author !== null) count(author, 'wrote', time);
    for (const reviewer of reviewers) if (reviewer !== author) count(reviewer, 'reviewed', time);
  }
  for (const { type, standing, assignees, author, closedAt } of work.threads) {
    if (type !== 'discussion' || standing !== 'finished' || closedAt === null || closedAt < since) continue;
    for (const answerer of assignees) if (answerer !== author) count(answerer, 'answered', closedAt);
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

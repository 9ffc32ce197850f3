import type { KnownWork, WorkThread } from '../match/known-work.ts';
import { rested } from '../match/rested.ts';
import type { Steps } from '../match/steps.ts';

/** What one person did on one day of UTC. */
export interface DaysWork {
  day: string;
  login: string;
  /** Changes that they wrote, changes of others that they reviewed, discussions of others that they answered. */
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

interface Deed {
  what: 'wrote' | 'reviewed' | 'answered';
  person: number;
  time: number;
}

const DEEDS_A_PIECE = 4000;

/** By day, then by login. */
export function* contributions({ work, since, leftOut }: Told): Steps<DaysWork[]> {
  const found = new Map<string, DaysWork>();
  yield* rested(deeds(work), DEEDS_A_PIECE, ({ what, person, time }) => {
    if (time < since) return;
    const login = work.login(person);
    if (leftOut(login)) return;
    const day = new Date(time).toISOString().slice(0, 10);
    const key = `${day} ${login}`;
    const row = found.get(key) ?? { day, login, wrote: 0, reviewed: 0, answered: 0 };
    row[what] += 1;
    found.set(key, row);
  });
  yield;
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function* deeds({ changes, threads }: KnownWork): Iterable<Deed> {
  for (const { author, reviewers, time } of changes) {
    if (author !== null) yield { what: 'wrote', person: author, time };
    for (const person of reviewers) if (person !== author) yield { what: 'reviewed', person, time };
  }
  for (const thread of threads) yield* answersIn(thread);
}

function answersIn({ type, standing, assignees, author, closedAt }: WorkThread): Deed[] {
  if (type !== 'discussion' || standing !== 'finished' || closedAt === null) return [];
  return assignees
    .filter((person) => person !== author)
    .map((person) => ({ what: 'answered', person, time: closedAt }));
}

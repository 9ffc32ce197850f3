import type { LastWord, ThreadFact } from '../domain/fact.ts';
import type { KnownWork, WorkThread } from '../match/known-work.ts';
import { readTime } from '../match/read-time.ts';
import { readAreas } from './areas.ts';
import { type DirectoryRisk, directoryRisks } from './directory-knowledge.ts';
import type { Forecast } from './forecast.ts';
import { type LoadSpread, loadSpread } from './load-spread.ts';
import { type AreaWork, openWork, wholeForecast } from './open-work.ts';
import { type StalledThread, stalledThreads } from './stalled-threads.ts';
import { type WaitingTime, waitingTimes } from './waiting-times.ts';

/** How the work of a repository stands. */
export interface WorkHealth {
  threads: { open: number; finished: number; dropped: number };
  /** Until all that is open now is closed. */
  forecast: Forecast;
  areas: AreaWork[];
  stalled: (Omit<StalledThread, 'reviewers'> & { reviewers: string[] })[];
  load: LoadSpread;
  directories: DirectoryRisk[];
  times: WaitingTime[];
}

/** Nothing was said on an open thread for so long. */
export const STALLED_AFTER_DAYS = 14;

/** When somebody spoke is in the facts of threads alone: without them it is not told. */
export function workHealth(work: KnownWork, facts: Iterable<ThreadFact>): WorkHealth {
  const words = wordsOf(facts);
  const spoken = (thread: WorkThread) => ({ ...thread, ...(words.get(thread.id) ?? NOT_TOLD) });
  const threads = work.threads.map(spoken);
  const open = threads.filter(({ standing }) => standing === 'open');
  const stalled = stalledThreads(open, work.at, STALLED_AFTER_DAYS);
  const count = (wanted: WorkThread['standing']) => threads.filter(({ standing }) => standing === wanted).length;
  return {
    threads: { open: open.length, finished: count('finished'), dropped: count('dropped') },
    forecast: wholeForecast(work),
    areas: openWork(work, readAreas(work)),
    stalled: stalled.map((thread) => ({ ...thread, reviewers: thread.reviewers.map(work.login).toSorted() })),
    load: loadSpread(work),
    directories: directoryRisks(work),
    times: waitingTimes(threads, work.at),
  };
}

/** The same figures without the names of some. */
export function withoutNames(health: WorkHealth, leftOut: (login: string) => boolean): WorkHealth {
  const told = (logins: string[]) => logins.filter((login) => !leftOut(login));
  return {
    ...health,
    stalled: health.stalled.map((thread) => ({ ...thread, reviewers: told(thread.reviewers) })),
    load: { ...health.load, people: health.load.people.filter(({ login }) => !leftOut(login)) },
    directories: health.directories.map((row) => ({ ...row, heldBy: told(row.heldBy) })),
  };
}

interface Words {
  firstResponseAt: number | null | undefined;
  lastWord: { at: number; byAuthor: boolean } | null | undefined;
}

const NOT_TOLD: Words = { firstResponseAt: undefined, lastWord: undefined };

/** The latest fact of each thread counts. */
function wordsOf(facts: Iterable<ThreadFact>): Map<string, Words> {
  const words = new Map<string, Words>();
  for (const { id, firstResponseAt, lastWord } of facts) {
    words.set(id, {
      firstResponseAt: typeof firstResponseAt === 'string' ? (readTime(firstResponseAt) ?? undefined) : firstResponseAt,
      lastWord: lastWord ? timed(lastWord) : lastWord,
    });
  }
  return words;
}

function timed({ at, byAuthor }: LastWord): Words['lastWord'] {
  const time = readTime(at);
  return time === null ? undefined : { at: time, byAuthor };
}

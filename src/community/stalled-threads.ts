import type { WorkThread } from '../match/known-work.ts';
import { daysBetween } from '../match/score-decay.ts';

/** Who has to act next: `unknown` where others took part and facts do not tell who spoke last. */
export type Turn = 'author' | 'maintainers' | 'reviewers' | 'unknown';

export interface StalledThread {
  id: string;
  type: WorkThread['type'];
  title: string;
  turn: Turn;
  /** Those who are asked to review, where it is their turn. */
  reviewers: number[];
  /** Since a human last spoke, or since it was opened where nobody has. */
  idleDays: number;
  /** Whether facts tell when somebody spoke last; if not, it is at most so long. */
  isExact: boolean;
}

interface Word {
  at: number;
  byAuthor: boolean;
}

export interface OpenThread
  extends Pick<WorkThread, 'id' | 'type' | 'title' | 'time' | 'author' | 'assignees' | 'participants' | 'requested'> {
  /** When a human spoke last; null where nobody has since it was opened, undefined where facts do not tell. */
  lastWord: Word | null | undefined;
}

/** Open threads where nothing was said for so many days, the longest first. */
export function stalledThreads(threads: Iterable<OpenThread>, at: number, afterDays: number): StalledThread[] {
  const stalled: StalledThread[] = [];
  for (const thread of threads) {
    const spoken = lastSpoken(thread);
    const idleDays = daysBetween(spoken?.at ?? thread.time, at);
    if (idleDays < afterDays) continue;
    const { id, type, title } = thread;
    const turn = turnOf(thread, spoken);
    const reviewers = turn === 'reviewers' ? thread.requested : [];
    stalled.push({ id, type, title, turn, reviewers, idleDays, isExact: spoken !== null });
  }
  return stalled.toSorted((a, b) => b.idleDays - a.idleDays || (a.id < b.id ? -1 : 1));
}

/** Opening a thread is the author's first word; null where others took part and nobody knows when. */
function lastSpoken({
  lastWord,
  time,
  author,
  assignees,
  participants,
}: OpenThread): (OpenThread['lastWord'] & {}) | null {
  if (lastWord) return lastWord;
  const isAlone = lastWord === null || [...assignees, ...participants].every((person) => person === author);
  return isAlone ? { at: time, byAuthor: true } : null;
}

/** Who is asked to review has to, whatever was said since; else it is the turn of those who did not speak last. */
function turnOf({ requested }: OpenThread, spoken: { byAuthor: boolean } | null): Turn {
  if (requested.length > 0) return 'reviewers';
  if (spoken === null) return 'unknown';
  return spoken.byAuthor ? 'maintainers' : 'author';
}

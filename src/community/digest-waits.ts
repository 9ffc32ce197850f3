import type { ThreadType } from '../domain/fact.ts';
import type { HealthPart } from './health-part.ts';
import type { Turn } from './stalled-threads.ts';

/** Where nothing was said for long, and who is to act next. */
export interface Waits {
  /** The longest first, at most so many as are ever shown. */
  threads: WaitingThread[];
  /** All of them. */
  byTurn: Record<Turn, TurnCount>;
}

export interface WaitingThread {
  id: string;
  type: ThreadType;
  title: string;
  turn: Turn;
  /** Asked to review, where it is their turn. */
  reviewers: string[];
  idleDays: number;
}

export interface TurnCount {
  threads: number;
  /** The longest of them; 0 where there is none. */
  mostDays: number;
}

const MOST_THREADS = 30;

export function waitsOf({ stalled }: HealthPart): Waits {
  const byTurn: Waits['byTurn'] = { author: none(), maintainers: none(), reviewers: none(), unknown: none() };
  for (const { turn, idleDays } of stalled) {
    const count = byTurn[turn];
    byTurn[turn] = { threads: count.threads + 1, mostDays: Math.max(count.mostDays, Math.floor(idleDays)) };
  }
  const threads = stalled.slice(0, MOST_THREADS).map(({ id, type, title, turn, reviewers, idleDays }) => ({
    ...{ id, type, title, turn, reviewers },
    idleDays: Math.floor(idleDays),
  }));
  return { threads, byTurn };
}

function none(): TurnCount {
  return { threads: 0, mostDays: 0 };
}

import type { ChangeRecord } from './change-evidence.ts';
import type { LoggedEvent } from './event-log.ts';
import { readTime } from './read-time.ts';
import type { StoredThread } from './thread-store.ts';

/** A change or a thread, from the time on at which its answer is known. */
export type HistoryEvent = ChangeEvent | ThreadEvent;

export interface ChangeEvent extends LoggedEvent {
  kind: 'change';
  change: ChangeRecord;
}

export interface ThreadEvent extends LoggedEvent {
  kind: 'thread';
  thread: StoredThread;
}

export function changeEvent(change: ChangeRecord): ChangeEvent {
  return { kind: 'change', id: change.id, time: change.time, change };
}

/** Who takes an open thread may still change: it is as if known last of all. */
export function threadEvent(thread: StoredThread): ThreadEvent {
  return {
    kind: 'thread',
    id: thread.id,
    time: isOver(thread) ? closingTime(thread) : Number.POSITIVE_INFINITY,
    thread,
  };
}

/** Closed, or a discussion that is answered, though few of those are ever closed. */
export function isOver({ type, state, outcome }: Pick<StoredThread, 'type' | 'state' | 'outcome'>): boolean {
  return state === 'closed' || (type === 'discussion' && outcome === 'answered');
}

export function closingTime({ time, closedAt }: Pick<StoredThread, 'time' | 'closedAt'>): number {
  const closed = closedAt === null ? null : readTime(closedAt);
  return Math.max(time, closed ?? time);
}

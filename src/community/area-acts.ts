import type { KnownWork, WorkChange, WorkThread } from '../match/known-work.ts';
import { daysBetween } from '../match/score-decay.ts';
import type { Areas } from './areas.ts';
import type { ActKind, AreaAct } from './interest.ts';

/** Every act of every person, once for each area it was in. */
export function* areaActs(work: KnownWork, areas: Areas): Iterable<AreaAct> {
  for (const change of work.changes) yield* changeActs(change, areas, work.at);
  for (const thread of work.threads) yield* threadActs(thread, areas, work.at);
}

function* changeActs(change: WorkChange, areas: Areas, at: number): Iterable<AreaAct> {
  const { author, reviewers, time } = change;
  const ageDays = daysBetween(time, at);
  for (const [area, share] of areas.ofChange(change)) {
    if (author !== null) yield { person: author, area, kind: 'changed', share, ageDays };
    for (const person of reviewers) yield { person, area, kind: 'reviewed', share, ageDays };
  }
}

function* threadActs(thread: WorkThread, areas: Areas, at: number): Iterable<AreaAct> {
  const { standing, closedAt, time } = thread;
  const ageDays = daysBetween(time, at);
  const finishedDays = standing === 'finished' ? daysBetween(closedAt ?? time, at) : null;
  const roles = rolesIn(thread);
  for (const area of areas.ofThread(thread)) {
    for (const [person, kind] of roles) yield { person, area, kind, share: 1, ageDays, finishedDays };
  }
}

/** Each person once: taking a thread is more than opening it, and that more than joining in. */
export function rolesIn({ author, assignees, participants }: WorkThread): Map<number, ActKind> {
  const roles = new Map<number, ActKind>();
  for (const person of participants) roles.set(person, 'joined');
  if (author !== null) roles.set(author, 'opened');
  for (const person of assignees) roles.set(person, 'took');
  return roles;
}

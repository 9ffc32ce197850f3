import type { KnownWork, WorkThread } from '../match/known-work.ts';
import { daysBetween } from '../match/score-decay.ts';
import type { Areas } from './areas.ts';
import type { ActKind, AreaAct } from './interest.ts';

/** Every act of every person, once for each area it was in. */
export function* areaActs(work: KnownWork, areas: Areas): Iterable<AreaAct> {
  for (const change of work.changes) {
    const ageDays = daysBetween(change.time, work.at);
    for (const [area, share] of areas.ofChange(change)) {
      if (change.author !== null) yield { person: change.author, area, kind: 'changed', share, ageDays };
      for (const person of change.reviewers) yield { person, area, kind: 'reviewed', share, ageDays };
    }
  }
  for (const thread of work.threads) {
    const ageDays = daysBetween(thread.time, work.at);
    for (const area of areas.ofThread(thread)) {
      for (const [person, kind] of rolesIn(thread)) yield { person, area, kind, share: 1, ageDays };
    }
  }
}

/** Each person once: taking a thread is more than opening it, and that more than joining in. */
function rolesIn({ author, assignees, participants }: WorkThread): Map<number, ActKind> {
  const roles = new Map<number, ActKind>();
  for (const person of participants) roles.set(person, 'joined');
  if (author !== null) roles.set(author, 'opened');
  for (const person of assignees) roles.set(person, 'took');
  return roles;
}

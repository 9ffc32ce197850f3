import type { KnownWork } from '../match/known-work.ts';
import { daysBetween, decayed } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';
import { sharedFiles } from './shared-files.ts';

/** What one does for another: reviews their change, takes what they filed, answers them, works on the same files. */
export type InteractionKind = 'reviewed' | 'took' | 'replied' | 'cochanged';

/** A review and a task taken on are work for another; a reply may be a word; files in common tie both ways, each half. */
export const INTERACTION_WEIGHTS: Record<InteractionKind, number> = {
  reviewed: 1,
  took: 1,
  replied: 0.5,
  cochanged: 0.25,
};

export interface Interaction {
  from: number;
  to: number;
  kind: InteractionKind;
  /** Weighted and decayed; a multiple of 2^-20, so that sums are exact. */
  weight: number;
}

/** Every interaction of two people who belong. Facts tell when a thread was opened, not when somebody joined in. */
export function* interactions(work: KnownWork, belongs: (person: number) => boolean): Iterable<Interaction> {
  for (const { author, reviewers, time } of work.changes) {
    if (author === null || !belongs(author)) continue;
    yield* actsFor(author, reviewers.filter(belongs), 'reviewed', daysBetween(time, work.at));
  }
  for (const { author, assignees, participants, time } of work.threads) {
    if (author === null || !belongs(author)) continue;
    const ageDays = daysBetween(time, work.at);
    const repliers = participants.filter((person) => belongs(person) && !assignees.includes(person));
    yield* actsFor(author, assignees.filter(belongs), 'took', ageDays);
    yield* actsFor(author, repliers, 'replied', ageDays);
  }
  for (const { one, other, amount } of sharedFiles(work, belongs)) {
    const weight = exact(INTERACTION_WEIGHTS.cochanged * amount);
    yield { from: one, to: other, kind: 'cochanged', weight };
    yield { from: other, to: one, kind: 'cochanged', weight };
  }
}

function* actsFor(to: number, helpers: number[], kind: InteractionKind, ageDays: number): Iterable<Interaction> {
  const weight = exact(INTERACTION_WEIGHTS[kind] * decayed(ageDays));
  for (const from of helpers) if (from !== to) yield { from, to, kind, weight };
}

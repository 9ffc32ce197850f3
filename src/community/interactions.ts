import type { KnownWork } from '../match/known-work.ts';
import { rested } from '../match/rested.ts';
import { daysBetween, decayed } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';
import type { Steps } from '../match/steps.ts';
import { eachSharedFile } from './shared-files.ts';

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

type See = (interaction: Interaction) => void;

const FACTS_A_PIECE = 1000;

/** Every interaction of two people who belong. Facts tell when a thread was opened, not when somebody joined in. */
export function* eachInteraction(work: KnownWork, belongs: (person: number) => boolean, see: See): Steps<void> {
  yield* rested(work.changes, FACTS_A_PIECE, ({ author, reviewers, time }) => {
    if (author === null || !belongs(author)) return;
    seeActs(see, author, reviewers.filter(belongs), 'reviewed', daysBetween(time, work.at));
  });
  yield* rested(work.threads, FACTS_A_PIECE, ({ author, assignees, participants, time }) => {
    if (author === null || !belongs(author)) return;
    const ageDays = daysBetween(time, work.at);
    const repliers = participants.filter((person) => belongs(person) && !assignees.includes(person));
    seeActs(see, author, assignees.filter(belongs), 'took', ageDays);
    seeActs(see, author, repliers, 'replied', ageDays);
  });
  yield* eachSharedFile(work, belongs, ({ one, other, amount }) => {
    const weight = exact(INTERACTION_WEIGHTS.cochanged * amount);
    see({ from: one, to: other, kind: 'cochanged', weight });
    see({ from: other, to: one, kind: 'cochanged', weight });
  });
}

function seeActs(see: See, to: number, helpers: number[], kind: InteractionKind, ageDays: number): void {
  const weight = exact(INTERACTION_WEIGHTS[kind] * decayed(ageDays));
  for (const from of helpers) if (from !== to) see({ from, to, kind, weight });
}

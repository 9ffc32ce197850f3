import type { KnownWork } from '../match/known-work.ts';
import { daysBetween } from '../match/score-decay.ts';
import type { Help } from './cooperation.ts';

/** The edges of the interaction graph: reviewers help authors of changes, those in a thread the one who opened it. */
export function* helpGiven(work: KnownWork): Iterable<Help> {
  for (const { author, reviewers, time } of work.changes) {
    if (author === null) continue;
    for (const from of reviewers) yield { from, to: author, kind: 'reviewed', ageDays: daysBetween(time, work.at) };
  }
  for (const { author, assignees, participants, time } of work.threads) {
    if (author === null) continue;
    const others = new Set([...assignees, ...participants]);
    for (const from of others) yield { from, to: author, kind: 'replied', ageDays: daysBetween(time, work.at) };
  }
}

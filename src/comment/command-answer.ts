import type { CommandProblem, Verb } from '../domain/command.ts';
import type { Recommendations } from '../domain/recommendations.ts';
import type { RankedLabel, RankedPerson, RelatedItem } from '../domain/suggestion.ts';
import type { Never } from '../match/eligible.ts';

/** What comes of a command, as data: most need no words. */
export type CommandAnswer =
  | { kind: 'done' }
  /** GitHub does not let them. */
  | { kind: 'refused'; verb: Verb }
  /** Told by the reaction alone. */
  | { kind: 'too-often' }
  | { kind: 'problem'; problem: CommandProblem }
  | { kind: 'help' }
  | { kind: 'why'; why: WhyThread }
  | { kind: 'why-person'; why: WhyPerson }
  /** `about`: '' for the thread itself. */
  | { kind: 'who'; about: string; people: RankedPerson[] }
  | ({ kind: 'next' } & Recommendations)
  /** Done, although these do not want to be, or should not be, asked now. */
  | { kind: 'asked-all-the-same'; people: { login: string; never: Never }[] }
  | { kind: 'nothing-to-undo' }
  | { kind: 'nothing-to-reroll' }
  | { kind: 'still-silent'; because: Silence }
  | { kind: 'will-be-forgotten' };

/** Why nothing is said of a thread even when it is asked for. */
export type Silence =
  | 'closed'
  | 'locked'
  | 'opened by a bot'
  | 'still a draft'
  | 'switched off for this kind of thread'
  | 'of a category that is left alone'
  | 'answered';

/** Of the latest suggestion of a thread; the people with all evidence. */
export interface WhyThread {
  labels: RankedLabel[];
  people: RankedPerson[];
  related: RelatedItem[];
}

export type WhyPerson = { login: string } & (
  | { is: 'suggested'; person: RankedPerson }
  | { is: 'never'; never: Never }
  /** Somebody is there already, so nobody is looked for. */
  | { is: 'not-needed' }
  /** Of this kind of thread nobody is suggested, or the repository switched it off. */
  | { is: 'off' }
  | { is: 'unknown' }
  /** `place` among those who may be suggested, from 1. */
  | { is: 'unlikely'; person: RankedPerson; needed: number }
  | { is: 'behind'; person: RankedPerson; place: number; most: number }
);

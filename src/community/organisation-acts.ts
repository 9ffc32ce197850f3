import type { KnownWork } from '../match/known-work.ts';
import { rested } from '../match/rested.ts';
import type { Steps } from '../match/steps.ts';
import { rolesIn } from './area-acts.ts';
import type { Areas } from './areas.ts';
import type { ActKind } from './interest.ts';

/** Something that a person did, in all of its areas at once. */
export interface Act {
  person: number;
  kind: ActKind;
  /** Milliseconds since 1970; of a thread when it was opened. */
  time: number;
  /** The part of it that was in each area, by its key. */
  shares: ReadonlyMap<string, number>;
}

const FACTS_A_PIECE = 500;

/** Every act of everybody who belongs. */
export function* eachAct(
  work: KnownWork,
  areas: Areas,
  belongs: (person: number) => boolean,
  see: (act: Act) => void,
): Steps<void> {
  yield* rested(work.changes, FACTS_A_PIECE, (change) => {
    const { author, reviewers, time } = change;
    const shares = areas.ofChange(change);
    if (author !== null && belongs(author)) see({ person: author, kind: 'changed', time, shares });
    for (const person of reviewers) if (belongs(person)) see({ person, kind: 'reviewed', time, shares });
  });
  yield* rested(work.threads, FACTS_A_PIECE, (thread) => {
    const shares = new Map(areas.ofThread(thread).map((area) => [area, 1]));
    const { time } = thread;
    for (const [person, kind] of rolesIn(thread)) if (belongs(person)) see({ person, kind, time, shares });
  });
}

import { rested } from '../match/rested.ts';
import { decayed } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';
import { finish, type Steps } from '../match/steps.ts';

/** What somebody does in an area. */
export type ActKind = 'changed' | 'reviewed' | 'took' | 'opened' | 'joined';

/** A change, a review and a task taken on are work of one kind; asking is half of it, joining in a quarter. */
export const ACT_WEIGHTS: Record<ActKind, number> = { changed: 1, reviewed: 1, took: 1, opened: 0.5, joined: 0.25 };

export interface AreaAct {
  person: number;
  area: string;
  kind: ActKind;
  /** Part of the act that was in the area, 0..1. */
  share: number;
  ageDays: number;
  /** Of an act in a thread: days since that was finished; null where it is not. */
  finishedDays?: number | null;
}

/** By area, then by person. */
export type Interests = Map<string, Map<number, number>>;

const ACTS_A_PIECE = 10_000;
const AREAS_A_PIECE = 2000;

/**
 * I(i,j), 0..1 without unit: the decayed, weighted acts of person i in area j, over the most that anybody has in any
 * area of the repository.
 */
export function interests(acts: Iterable<AreaAct>): Interests {
  return finish(interestSteps(acts));
}

export function* interestSteps(acts: Iterable<AreaAct>): Steps<Interests> {
  const found: Interests = new Map();
  let most = 0;
  yield* rested(acts, ACTS_A_PIECE, ({ person, area, kind, share, ageDays }) => {
    const people = found.get(area) ?? new Map<number, number>();
    if (people.size === 0) found.set(area, people);
    const sum = (people.get(person) ?? 0) + exact(ACT_WEIGHTS[kind] * share * decayed(ageDays));
    people.set(person, sum);
    most = Math.max(most, sum);
  });
  yield* rested(found.values(), AREAS_A_PIECE, (people) => {
    for (const [person, sum] of people) people.set(person, most > 0 ? sum / most : 0);
  });
  return found;
}

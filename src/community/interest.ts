import { decayed } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';

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
}

/** By area, then by person. */
export type Interests = Map<string, Map<number, number>>;

/**
 * I(i,j), 0..1 without unit: the decayed, weighted acts of person i in area j, over the most that anybody has in any
 * area of the repository.
 */
export function interests(acts: Iterable<AreaAct>): Interests {
  const found: Interests = new Map();
  for (const { person, area, kind, share, ageDays } of acts) {
    const people = found.get(area) ?? new Map<number, number>();
    if (people.size === 0) found.set(area, people);
    people.set(person, (people.get(person) ?? 0) + exact(ACT_WEIGHTS[kind] * share * decayed(ageDays)));
  }
  let most = 0;
  for (const people of found.values()) for (const sum of people.values()) most = Math.max(most, sum);
  for (const people of found.values())
    for (const [person, sum] of people) people.set(person, most > 0 ? sum / most : 0);
  return found;
}

import type { KnownWork } from '../match/known-work.ts';
import { areaActs } from './area-acts.ts';
import { type Area, areaKey, areaOf, readAreas } from './areas.ts';
import { interests } from './interest.ts';

export interface AreaInterest extends Area {
  /** I(i,j), above 0 and at most 1. */
  interest: number;
}

/** Where a person's interest lies, strongest first; nothing for one of whom nothing is known. */
export function personInterests(work: KnownWork, login: string): AreaInterest[] {
  const person = work.find(login);
  if (person === null) return [];
  const found: AreaInterest[] = [];
  for (const [area, people] of interests(areaActs(work, readAreas(work)))) {
    const interest = people.get(person) ?? 0;
    if (interest > 0) found.push({ ...areaOf(area), interest });
  }
  return found.sort((a, b) => b.interest - a.interest || (areaKey(a) < areaKey(b) ? -1 : 1));
}

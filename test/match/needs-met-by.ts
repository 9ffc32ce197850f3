import type { NeededActs, NeedKind } from '../../src/match/skill.ts';

/** Needs of a task with the decayed acts of person 1 in each. */
export function needsMetBy(acts: Partial<Record<NeedKind, number[]>>): NeededActs[] {
  return Object.entries(acts).flatMap(([kind, needs]) =>
    needs.map((done) => ({ kind: kind as NeedKind, acts: new Map([[1, done]]) })),
  );
}

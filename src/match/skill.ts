/** What a task can need somebody to know. */
export type NeedKind = 'path' | 'similar' | 'label' | 'term' | 'language';

/** Something a task needs, and the decayed acts in it by person. */
export interface NeededActs {
  kind: NeedKind;
  acts: Map<number, number>;
}

/** How much each kind says, set by hand: the ranker learns weights of its own. */
export const NEED_WEIGHTS: Record<NeedKind, number> = { path: 4, similar: 3, label: 2, term: 2, language: 1 };

/** Decayed acts that earn half of the credit for a need. */
const HALF_CREDIT_ACTS = 1;

/**
 * S(i,k) by person, 0..1 without unit: the share of what task k needs that person i has shown to know. A need in which i
 * has `a` decayed acts is met to a / (a + 1); kinds the task does not name have no say.
 */
export function skills(needed: readonly NeededActs[]): Map<number, number> {
  const met = new Map<number, number>();
  let all = 0;
  for (const [kind, weight] of Object.entries(NEED_WEIGHTS)) {
    const needs = needed.filter((need) => need.kind === kind);
    if (needs.length === 0) continue;
    all += weight;
    for (const [person, credit] of credits(needs)) {
      met.set(person, (met.get(person) ?? 0) + (weight * credit) / needs.length);
    }
  }
  return new Map([...met].map(([person, sum]) => [person, sum / all]));
}

function credits(needs: readonly NeededActs[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const { acts } of needs) {
    for (const [person, done] of acts) found.set(person, (found.get(person) ?? 0) + creditOf(done));
  }
  return found;
}

/** 0..1: the first act tells most. */
export function creditOf(acts: number): number {
  return acts / (acts + HALF_CREDIT_ACTS);
}

/** What a task can need somebody to know. */
export type NeedKind = 'path' | 'similar' | 'label' | 'term' | 'language';

/** Decayed acts of a person in each thing that a task needs; an empty list where it needs none of a kind. */
export type SkillEvidence = Record<NeedKind, readonly number[]>;

/** How much each kind says, set by hand: the ranker learns weights of its own. */
export const NEED_WEIGHTS: Record<NeedKind, number> = { path: 4, similar: 3, label: 2, term: 2, language: 1 };

/** Decayed acts that earn half of the credit for a need. */
const HALF_CREDIT_ACTS = 1;

/**
 * S(i,k), 0..1 without unit: the share of what task k needs that person i has shown to know.
 * A need in which i has `a` decayed acts is met to a / (a + 1); kinds the task does not name have no say.
 */
export function skill(evidence: SkillEvidence): number {
  let met = 0;
  let needed = 0;
  for (const [kind, weight] of Object.entries(NEED_WEIGHTS) as [NeedKind, number][]) {
    const needs = evidence[kind];
    if (needs.length === 0) continue;
    let credit = 0;
    for (const acts of needs) credit += acts / (acts + HALF_CREDIT_ACTS);
    met += (weight * credit) / needs.length;
    needed += weight;
  }
  return needed === 0 ? 0 : met / needed;
}

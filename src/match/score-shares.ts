/** Someone with a score, and their part of all scores as odds: the parts of all candidates make 1. */
export interface Shared {
  /** Where they stand among the candidates. */
  at: number;
  person: number;
  login: string;
  share: number;
}

/** One further behind the best is not looked at unless too few others are left. */
const FAR_BEHIND = 7;
/** Odds are added as whole numbers of this part, so that the sum has no order. */
const PARTS = 2 ** 32;

/**
 * The k best of those that have a name, equal ones by login, with their shares.
 * `scores` is indexed as `candidates` is; `nameOf` is null for whom is not to be named.
 */
export function scoreShares(
  candidates: readonly number[],
  scores: Float64Array,
  k: number,
  nameOf: (person: number) => string | null,
  /** So many are enough where others are far behind. */
  enough = k,
): Shared[] {
  let best = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > best) best = score;
  const near = namedAbove(best - FAR_BEHIND, candidates, scores, nameOf);
  const named = near.length >= enough ? near : namedAbove(Number.NEGATIVE_INFINITY, candidates, scores, nameOf);
  let all = 0;
  for (const { score } of named) all += Math.round(Math.exp(score - best) * PARTS);
  if (named === near) {
    for (const score of scores) if (score < best - FAR_BEHIND) all += Math.round(Math.exp(score - best) * PARTS);
  }
  return named
    .sort((a, b) => b.score - a.score || (a.login < b.login ? -1 : 1))
    .slice(0, k)
    .map(({ at, person, login, score }) => ({
      at,
      person,
      login,
      share: (Math.exp(score - best) * PARTS) / Math.max(1, all),
    }));
}

function namedAbove(
  least: number,
  candidates: readonly number[],
  scores: Float64Array,
  nameOf: (person: number) => string | null,
): { at: number; person: number; login: string; score: number }[] {
  const named = [];
  for (const [at, person] of candidates.entries()) {
    const score = scores[at] ?? 0;
    const login = score >= least ? nameOf(person) : null;
    if (login !== null) named.push({ at, person, login, score });
  }
  return named;
}

import { logistic } from './probability.ts';

/** A chance that was stated, and what came of it. */
export interface Stated {
  /** Log odds by the shipped formula. */
  logOdds: number;
  /** No chance is larger than this, however sure the formula is: so little was known. */
  ceiling: number;
  right: boolean;
}

/** How log odds are mended: `shift + slope * logOdds`. */
export interface Mending {
  shift: number;
  slope: number;
}

/** How far the mending of single histories strays from none at all, as variances. */
export interface MendingPrior {
  shift: number;
  slope: number;
}

const STEPS = 25;
const SMALLEST_STEP = 1e-6;

/** Platt scaling that leans on "no mending": the most likely shift and slope after what was stated. */
export function mendChances(stated: readonly Stated[], prior: MendingPrior): Mending {
  let { shift, slope } = { shift: 0, slope: 1 };
  for (let step = 0; step < STEPS; step++) {
    let pullShift = -shift / prior.shift;
    let pullSlope = (1 - slope) / prior.slope;
    let [shiftShift, shiftSlope, slopeSlope] = [1 / prior.shift, 0, 1 / prior.slope];
    for (const { logOdds, ceiling, right } of stated) {
      const { pull, weight } = leverage(shift + slope * logOdds, ceiling, right);
      pullShift += pull;
      pullSlope += pull * logOdds;
      shiftShift += weight;
      shiftSlope += weight * logOdds;
      slopeSlope += weight * logOdds * logOdds;
    }
    const determinant = shiftShift * slopeSlope - shiftSlope * shiftSlope;
    const byShift = (slopeSlope * pullShift - shiftSlope * pullSlope) / determinant;
    const bySlope = (shiftShift * pullSlope - shiftSlope * pullShift) / determinant;
    shift += byShift;
    slope += bySlope;
    if (Math.abs(byShift) + Math.abs(bySlope) < SMALLEST_STEP) break;
  }
  return { shift, slope };
}

/** How one outcome pulls at the log odds, and how much it weighs (Fisher scoring). */
function leverage(logOdds: number, ceiling: number, right: boolean): { pull: number; weight: number } {
  const chance = ceiling * logistic(logOdds);
  const change = chance * (1 - logistic(logOdds));
  const spread = Math.max(1e-9, chance * (1 - chance));
  return { pull: (change * ((right ? 1 : 0) - chance)) / spread, weight: (change * change) / spread };
}

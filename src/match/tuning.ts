import { type Mending, type MendingPrior, mendChances, type Stated } from './calibrate.ts';
import type { Exercise } from './exercise.ts';
import { fitWeights, sharesOf, type WeightPrior } from './fit-weights.ts';
import { ceilingAfter, logistic } from './probability.ts';
import { finish, type Steps } from './steps.ts';

/** What is believed of every repository before anything is known of it. */
export interface Shipped<Feature extends string> {
  weights: Record<Feature, number>;
  /** How far the weights of single repositories stray from these. */
  variances: Record<Feature, number>;
  logOdds(share: number, usual: number): number;
  mending: MendingPrior;
  /** How many known answers it takes to trust the log odds by half. */
  doubt: number;
}

/** How one repository weighs what is known, and how sure it may be, learnt from its own past. */
export interface Tuning<Feature extends string> {
  weights: Record<Feature, number>;
  /** How many past questions it is learnt from. */
  exercises: number;
  /** The chance of somebody with such a share of all odds; `known` is how many answers are. */
  probability(share: number, usual: number, known: number): number;
}

/** Chances are judged on about as many answers as are ever shown. */
const JUDGED = 3;
/** The weights of half the exercises are not far from those of all. */
const STEPS_FROM_NEARBY = 2;

export function tune<Feature extends string>(
  exercises: readonly Exercise[],
  shipped: Shipped<Feature>,
): Tuning<Feature> {
  return finish(tuneInSteps(exercises, shipped));
}

export function* tuneInSteps<Feature extends string>(
  exercises: readonly Exercise[],
  shipped: Shipped<Feature>,
): Steps<Tuning<Feature>> {
  const features = Object.keys(shipped.weights) as Feature[];
  const prior = priorOf(features, shipped);
  const weights = fitWeights(exercises, prior);
  yield;
  const stated = yield* statedHonestly(exercises, prior, weights, shipped);
  const mending = mendChances(stated, shipped.mending);
  return {
    weights: Object.fromEntries(features.map((feature, at) => [feature, weights[at] ?? 0])) as Record<Feature, number>,
    exercises: exercises.length,
    probability: (share, usual, known) =>
      ceilingAfter(known, shipped.doubt) * logistic(mended(shipped.logOdds(share, usual), mending)),
  };
}

function mended(logOdds: number, { shift, slope }: Mending): number {
  return shift + slope * logOdds;
}

function priorOf<Feature extends string>(features: Feature[], { weights, variances }: Shipped<Feature>): WeightPrior {
  return {
    mean: Float64Array.from(features, (feature) => weights[feature]),
    precision: Float64Array.from(features, (feature) => 1 / variances[feature]),
  };
}

/** What would have been stated of each half of the exercises by weights that never saw it: the others are too sure. */
function* statedHonestly<Feature extends string>(
  exercises: readonly Exercise[],
  prior: WeightPrior,
  weights: Float64Array,
  shipped: Shipped<Feature>,
): Steps<Stated[]> {
  const nearby = { at: weights, steps: STEPS_FROM_NEARBY };
  const middle = exercises.length >> 1;
  const [older, newer] = [exercises.slice(0, middle), exercises.slice(middle)];
  const ofOlder = statedOf(older, fitWeights(newer, prior, nearby), shipped);
  yield;
  return [...ofOlder, ...statedOf(newer, fitWeights(older, prior, nearby), shipped)];
}

function statedOf<Feature extends string>(
  exercises: readonly Exercise[],
  weights: Float64Array,
  { logOdds, doubt }: Shipped<Feature>,
): Stated[] {
  return exercises.flatMap(({ values, right, kept, usual, known }) => {
    const shares = sharesOf(values, weights);
    return bestOf(shares).map((at) => ({
      logOdds: logOdds((shares[at] ?? 0) * kept, usual),
      ceiling: ceilingAfter(known, doubt),
      right: right[at] === 1,
    }));
  });
}

/** Indices of the largest few. */
function bestOf(shares: Float64Array): number[] {
  const best: number[] = [];
  for (const [at, share] of shares.entries()) {
    let place = best.length;
    while (place > 0 && share > (shares[best[place - 1] ?? 0] ?? 0)) place--;
    if (place < JUDGED) best.splice(place, 0, at);
    if (best.length > JUDGED) best.pop();
  }
  return best;
}

/** A label that was judged of a thread of the past, by what was learnt from other threads. */
export interface PastAnswer {
  name: string;
  chance: number;
  right: boolean;
}

/**
 * How many of those that have had a chance of at least so much may be taken to have been right, by label: what a wanted
 * precision is compared with. Never less for a higher chance, so each wanted precision has a lowest chance, the threshold.
 */
export type PastPrecision = (name: string, chance: number) => number;

/** Answers less likely than this are never shown. */
const LEAST = 0.05;
/** What was promised counts for so many answers beside what came true. */
const PROMISED = 16;
/** So many deviations below what is likely: where little was seen, much is left open. */
const CAUTION = 1;
/** However well those above did together, an answer is taken to be no surer than this much beyond its own chance. */
const BEYOND = 0.15;

interface Threshold {
  chance: number;
  /** Of all answers at least as likely. */
  count: number;
  promised: number;
  right: number;
  /** The best lower bound at this or any lower threshold. */
  bound: number;
}

export function createPastPrecision(answers: readonly PastAnswer[]): PastPrecision {
  const byName = new Map<string, PastAnswer[]>();
  for (const answer of answers) {
    if (answer.chance < LEAST) continue;
    const known = byName.get(answer.name) ?? [];
    byName.set(answer.name, known);
    known.push(answer);
  }
  const thresholds = new Map(Array.from(byName, ([name, known]) => [name, thresholdsOf(known)]));

  return (name, chance) => {
    const known = thresholds.get(name) ?? [];
    const place = firstAtLeast(known, chance);
    const above = known[place] ?? NOTHING;
    const below = known[place - 1]?.bound ?? 0;
    const here = { count: above.count, promised: above.promised, right: above.right };
    return Math.min(chance + BEYOND, Math.max(below, lowerBound(here, chance)));
  };
}

const NOTHING = { count: 0, promised: 0, right: 0 };

/** Where the thresholds begin that are no lower, by bisection. */
function firstAtLeast(thresholds: readonly Threshold[], chance: number): number {
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((thresholds[middle]?.chance ?? 0) < chance) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lowest first. */
function thresholdsOf(answers: readonly PastAnswer[]): Threshold[] {
  const thresholds: Threshold[] = [];
  const sums = { count: 0, promised: 0, right: 0 };
  const sorted = answers.toSorted((a, b) => b.chance - a.chance);
  for (const [at, { chance, right }] of sorted.entries()) {
    sums.count += 1;
    sums.promised += chance;
    sums.right += right ? 1 : 0;
    // Of answers alike all are shown or none.
    if (sorted[at + 1]?.chance !== chance) thresholds.push({ chance, ...sums, bound: 0 });
  }
  let best = 0;
  return thresholds.reverse().map((threshold) => {
    best = Math.max(best, lowerBound(threshold, threshold.chance));
    return { ...threshold, bound: best };
  });
}

/** Of a share, by what came true and what was promised, the answer itself among the promises. */
function lowerBound({ count, promised, right }: Omit<Threshold, 'chance' | 'bound'>, chance: number): number {
  const believed = (promised + chance) / (count + 1);
  const share = (right + PROMISED * believed) / (count + PROMISED);
  return share - CAUTION * Math.sqrt((share * (1 - share)) / (count + PROMISED + 1));
}

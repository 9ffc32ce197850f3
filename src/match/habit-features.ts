import type { AssignmentQuestion } from './assignment-question.ts';
import { type Column, columnOf } from './feature-columns.ts';
import { hourOf, type ThreadEvidence } from './thread-evidence.ts';
import { kindOfTrait, type TraitKind } from './writing-traits.ts';

/** One column a habit: how much more often somebody takes threads like that than is to be expected of them. */
export interface HabitFeatures {
  /** Threads written in such a manner: length, signs, markup. */
  tookManner: Column;
  /** Threads that begin like that. */
  tookOpenings: Column;
  /** Threads with these words in the title. */
  tookTitleWords: Column;
  /** Threads opened about this hour of the day. */
  tookAtHour: Column;
}

/** As if so many acts more had been seen, and so many more expected. */
const DOUBT = 0.5;
/** Products of so many ratios stay far from the ends of what a number can hold. */
const RATIOS_A_PRODUCT = 32;
const HOURS = 24;
const HOUR_SPREAD = 2.5;
const HOUR_REACH = 6;

export function habitFeatures(threads: ThreadEvidence, question: AssignmentQuestion): HabitFeatures {
  const shares = shareOfAll(threads, question);
  const traitsOf = (kind: TraitKind) => traitColumn(kind, threads, question, shares);
  return {
    tookManner: traitsOf('manner'),
    tookOpenings: traitsOf('openings'),
    tookTitleWords: traitsOf('titleWords'),
    tookAtHour: hourColumn(threads, question, shares),
  };
}

/** Each candidate's share of all that was taken. */
function shareOfAll({ takenOverall }: ThreadEvidence, { time, candidates, people }: AssignmentQuestion): Column {
  const acts = new Float64Array(people);
  const all = takenOverall.total(0, time);
  if (all > 0) takenOverall.addWeights(0, time, 1 / all, acts);
  return columnOf(candidates, (person) => acts[person] ?? 0);
}

/** Sum over the traits that were seen before, of the log of acts seen to acts expected, over the root of how many. */
function traitColumn(
  kind: TraitKind,
  { takenTraits }: ThreadEvidence,
  { time, traits, candidates, people }: AssignmentQuestion,
  shares: Column,
): Column {
  const column = new Float64Array(candidates.length);
  const products = new Float64Array(candidates.length).fill(1);
  const acts = new Float64Array(people);
  let seen = 0;
  for (const trait of traits) {
    if (kindOfTrait(trait) !== kind) continue;
    const all = takenTraits.total(trait, time);
    if (all === 0) continue;
    takenTraits.addWeights(trait, time, 1, acts.fill(0));
    for (let at = 0; at < products.length; at++) {
      const act = acts[candidates[at] ?? 0] ?? 0;
      products[at] = ((products[at] ?? 1) * (act + DOUBT)) / (all * (shares[at] ?? 0) + DOUBT);
    }
    seen++;
    if (seen % RATIOS_A_PRODUCT === 0) moveLogs(products, column);
  }
  moveLogs(products, column);
  const scale = 1 / Math.sqrt(Math.max(1, seen));
  return column.map((sum) => sum * scale);
}

function moveLogs(products: Float64Array, sums: Float64Array): void {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + Math.log(products[at] ?? 1);
  products.fill(1);
}

/** Hours near this one count too, less the further they are. */
function hourColumn(
  { takenHours }: ThreadEvidence,
  { time, candidates, people }: AssignmentQuestion,
  shares: Column,
): Column {
  const acts = new Float64Array(people);
  let all = 0;
  for (const { hour, part } of hoursAround(time)) {
    takenHours.addWeights(hour, time, part, acts);
    all += part * takenHours.total(hour, time);
  }
  const column = new Float64Array(candidates.length);
  for (const [at, person] of candidates.entries()) {
    column[at] = Math.log(((acts[person] ?? 0) + DOUBT) / (all * (shares[at] ?? 0) + DOUBT));
  }
  return column;
}

const parts = Array.from({ length: 2 * HOUR_REACH + 1 }, (_, at) =>
  Math.exp(-(((at - HOUR_REACH) / HOUR_SPREAD) ** 2) / 2),
);
const allParts = parts.reduce((sum, part) => sum + part, 0);

function hoursAround(time: number): { hour: number; part: number }[] {
  const now = hourOf(time);
  return parts.map((part, at) => ({ hour: (now + at - HOUR_REACH + HOURS) % HOURS, part: part / allParts }));
}

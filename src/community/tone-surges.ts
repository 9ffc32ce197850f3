import { binomialTail } from './binomial-tail.ts';
import { quantile } from './quartiles.ts';

/** Comments of a week, and how many of them sound in the way that is watched for. */
export interface ToneCount {
  comments: number;
  told: number;
}

export interface WeekStanding {
  /** Median share of the weeks before; null where they say too little. */
  usual: number | null;
  /** By how many deviations the week lies above that; null where either says too little. */
  z: number | null;
  surging: boolean;
}

export interface SurgeRules {
  /** A surge begins above so many deviations, and goes on above fewer. */
  begins: number;
  goesOn: number;
  /** Where so many such comments would not come by chance more often than this. */
  byChance: number;
  /** Of a week that may begin one: comments, and such comments above the usual share. */
  fewestComments: number;
  fewestMore: number;
  /** Weeks that the usual is told from: the latest, at least so many, none of which lies further back. */
  weeks: number;
  fewestWeeks: number;
  reach: number;
  /** Of a week to count among them. */
  fewestInWeek: number;
  /** After so many weeks in a row it is the new usual. */
  longest: number;
}

/** `begins` and `byChance` are chosen by `npm run bench -- tone`, the rest by hand. */
export const SURGE_RULES: SurgeRules = {
  begins: 3,
  goesOn: 1.5,
  byChance: 0.003,
  fewestComments: 15,
  fewestMore: 3,
  weeks: 12,
  fewestWeeks: 6,
  reach: 26,
  fewestInWeek: 5,
  longest: 8,
};

/** A median of deviations times this is the standard deviation, where they are normal. */
const MAD_TO_DEVIATION = 1.4826;

/** How each of many weeks in a row stands beside those before it; a week of a surge is none of the usual ones. */
export function weekStandings(weeks: readonly ToneCount[], rules: SurgeRules = SURGE_RULES): WeekStanding[] {
  const standings: WeekStanding[] = [];
  const unusual = new Set<number>();
  let run = 0;
  for (const [index, week] of weeks.entries()) {
    const before = usualWeeks(weeks, { index, unusual, rules });
    const standing = standingOf(week, before, { goesOn: run > 0, rules });
    standings.push(standing);
    run = standing.surging ? run + 1 : 0;
    if (standing.surging) unusual.add(index);
    if (run < rules.longest) continue;
    for (let of = index; of > index - run; of -= 1) unusual.delete(of);
    run = 0;
  }
  return standings;
}

function usualWeeks(
  weeks: readonly ToneCount[],
  { index, unusual, rules }: { index: number; unusual: ReadonlySet<number>; rules: SurgeRules },
): ToneCount[] {
  const usual: ToneCount[] = [];
  for (let before = index - 1; before >= index - rules.reach && usual.length < rules.weeks; before -= 1) {
    const week = weeks[before];
    if (week === undefined) break;
    if (week.comments >= rules.fewestInWeek && !unusual.has(before)) usual.push(week);
  }
  return usual;
}

function standingOf(
  { comments, told }: ToneCount,
  before: readonly ToneCount[],
  { goesOn, rules }: { goesOn: boolean; rules: SurgeRules },
): WeekStanding {
  if (before.length < rules.fewestWeeks) return { usual: null, z: null, surging: false };
  const shares = before.map((week) => week.told / week.comments);
  const usual = median(shares);
  if (comments < rules.fewestInWeek) return { usual, z: null, surging: false };
  const share = shareOfAll(before);
  // What chance alone does to a week of so many comments: weeks may be equal by luck, or all without any such comment.
  const byChance = Math.sqrt((share * (1 - share)) / comments);
  const deviation = Math.max(MAD_TO_DEVIATION * median(shares.map((one) => Math.abs(one - usual))), byChance);
  const z = (told / comments - usual) / deviation;
  const more = told - usual * comments;
  const isMuch = z >= rules.begins && comments >= rules.fewestComments && more >= rules.fewestMore;
  const begins = isMuch && binomialTail(told, comments, share) <= rules.byChance;
  return { usual, z, surging: begins || (goesOn && z >= rules.goesOn && more >= 1) };
}

/** Never 0 nor 1: what was not seen may yet be. */
function shareOfAll(weeks: readonly ToneCount[]): number {
  const comments = weeks.reduce((sum, week) => sum + week.comments, 0);
  return (weeks.reduce((sum, week) => sum + week.told, 0) + 0.5) / (comments + 1);
}

function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

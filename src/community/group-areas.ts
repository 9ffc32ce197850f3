import { rested } from '../match/rested.ts';
import { decayed } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';
import { finish, type Steps } from '../match/steps.ts';
import { type Area, areaOf } from './areas.ts';
import { areasApart } from './areas-apart.ts';
import { ACT_WEIGHTS, type AreaAct } from './interest.ts';

const SHOWN = 3;

/**
 * What the people of each group do that others do not, strongest first: acts weigh as for interest, and an area counts
 * by their sum in the group times its part of the sum of all.
 */
export function groupAreas(groups: readonly (readonly number[])[], acts: Iterable<AreaAct>): Area[][] {
  return finish(groupAreaSteps(groups, acts));
}

const ACTS_A_PIECE = 3000;
const AREAS_A_PIECE = 500;

export function* groupAreaSteps(groups: readonly (readonly number[])[], acts: Iterable<AreaAct>): Steps<Area[][]> {
  const groupOf = new Map(groups.flatMap((people, group) => people.map((person) => [person, group] as const)));
  const sums = new Map<string, { all: number; ofGroup: Map<number, number> }>();
  yield* rested(acts, ACTS_A_PIECE, ({ person, area, kind, share, ageDays }) => {
    const sum = sums.get(area) ?? { all: 0, ofGroup: new Map<number, number>() };
    if (sum.all === 0) sums.set(area, sum);
    const weight = exact(ACT_WEIGHTS[kind] * share * decayed(ageDays));
    const group = groupOf.get(person);
    sum.all += weight;
    if (group !== undefined) sum.ofGroup.set(group, (sum.ofGroup.get(group) ?? 0) + weight);
  });
  const found = groups.map(() => [] as { area: string; strength: number }[]);
  yield* rested(sums, AREAS_A_PIECE, ([area, { all, ofGroup }]) => {
    for (const [group, sum] of ofGroup) if (sum > 0) found[group]?.push({ area, strength: (sum * sum) / all });
  });
  yield;
  return found.map((areas) => {
    const strongest = areas.sort((a, b) => b.strength - a.strength || (a.area < b.area ? -1 : 1));
    return areasApart(strongest, SHOWN, ({ area }) => areaOf(area)).map(({ area }) => areaOf(area));
  });
}

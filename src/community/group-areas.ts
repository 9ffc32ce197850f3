import { decayed } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';
import { type Area, areaOf } from './areas.ts';
import { ACT_WEIGHTS, type AreaAct } from './interest.ts';

const SHOWN = 3;

/**
 * What the people of each group do that others do not, strongest first: acts weigh as for interest, and an area counts
 * by their sum in the group times its part of the sum of all.
 */
export function groupAreas(groups: readonly (readonly number[])[], acts: Iterable<AreaAct>): Area[][] {
  const groupOf = new Map(groups.flatMap((people, group) => people.map((person) => [person, group] as const)));
  const sums = new Map<string, { all: number; ofGroup: Map<number, number> }>();
  for (const { person, area, kind, share, ageDays } of acts) {
    const sum = sums.get(area) ?? { all: 0, ofGroup: new Map<number, number>() };
    if (sum.all === 0) sums.set(area, sum);
    const weight = exact(ACT_WEIGHTS[kind] * share * decayed(ageDays));
    const group = groupOf.get(person);
    sum.all += weight;
    if (group !== undefined) sum.ofGroup.set(group, (sum.ofGroup.get(group) ?? 0) + weight);
  }
  const found = groups.map(() => [] as { area: string; strength: number }[]);
  for (const [area, { all, ofGroup }] of sums) {
    for (const [group, sum] of ofGroup) if (sum > 0) found[group]?.push({ area, strength: (sum * sum) / all });
  }
  return found.map((areas) => apart(areas.sort((a, b) => b.strength - a.strength || (a.area < b.area ? -1 : 1))));
}

/** The first few, without those that lie in one another. */
function apart(areas: { area: string }[]): Area[] {
  const chosen: Area[] = [];
  for (const { area } of areas) {
    const next = areaOf(area);
    if (!chosen.some((one) => holds(one, next) || holds(next, one))) chosen.push(next);
    if (chosen.length === SHOWN) break;
  }
  return chosen;
}

function holds(outer: Area, inner: Area): boolean {
  return outer.kind === 'directory' && inner.kind === 'directory' && inner.name.startsWith(`${outer.name}/`);
}

import type { AreaKnowledge } from './area-knowledge.ts';
import { type AreaNeed, isProcess } from './area-needs.ts';
import { type Area, areaOf } from './areas.ts';
import { byFoldedName } from './organisation-work.ts';

/** What other repositories could lend or borrow: how much work waits in an area, and who knows it. */
export interface AreaSkill extends Area, AreaNeed {
  /** How many know it. */
  knowers: number;
  /** Those of them who are here and have room, by login; at most a few are named. */
  free: string[];
}

/** In each of two orders: where most waits, and where most know it. */
const KEPT = 250;
const NAMED = 5;
/** What half of all people know is nothing special; said of no fewer people. */
const MOST_KNOW = 0.5;
const FEW_PEOPLE = 4;

/** Topics and labels, which mean the same elsewhere; directories do not. */
export function areaSkills(
  needs: ReadonlyMap<string, AreaNeed>,
  knowledge: AreaKnowledge,
  { login, isFree }: { login(person: number): string; isFree(person: number): boolean },
): AreaSkill[] {
  const all = knowledge.people();
  const skills: AreaSkill[] = [];
  for (const key of new Set([...needs.keys(), ...knowledge.areas()])) {
    if (key.startsWith('directory:') || isProcess(key)) continue;
    const knowers = knowledge.knowers(key);
    const need = needs.get(key) ?? { open: 0, weeks: 0 };
    const isCommon = all > FEW_PEOPLE && knowers.length > all * MOST_KNOW;
    if (isCommon || (need.open === 0 && knowers.length === 0)) continue;
    const free = knowers.filter(isFree).map(login).sort(byFoldedName).slice(0, NAMED);
    skills.push({ ...areaOf(key), ...need, knowers: knowers.length, free });
  }
  const byName = (a: AreaSkill, b: AreaSkill) => (`${a.kind}:${a.name}` < `${b.kind}:${b.name}` ? -1 : 1);
  const weeksOf = ({ weeks }: AreaSkill) => weeks ?? Number.MAX_VALUE;
  const wanting = skills.toSorted((a, b) => weeksOf(b) - weeksOf(a) || b.open - a.open || byName(a, b));
  const knowing = skills.toSorted((a, b) => b.free.length - a.free.length || b.knowers - a.knowers || byName(a, b));
  return [...new Set([...wanting.slice(0, KEPT), ...knowing.slice(0, KEPT)])].sort(byName);
}

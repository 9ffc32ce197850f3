import { daysBetween, decayed } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';
import { type Area, areaKey, areaOf } from './areas.ts';
import { areasApart } from './areas-apart.ts';
import { ACT_WEIGHTS } from './interest.ts';
import type { Act } from './organisation-acts.ts';
import { countTrend, type TrendCount, type WorkTrend } from './work-trend.ts';

/** What an organisation, or all who belong to none, did: decayed, and weighted as for interest. */
export interface OrganisationWork {
  /** Changes written, changes reviewed, threads taken or joined. To open a thread is to ask for work, not to do it. */
  changes: number;
  reviews: number;
  answers: number;
  /** Part of all such work, 0..1. */
  share: number;
  /** Those who did any of it, by login. */
  people: string[];
  /** Where it does most that others do not. */
  areas: AreaStrength[];
  trend: WorkTrend;
  /** Days since its first and last act. */
  firstDays: number;
  lastDays: number;
}

export interface AreaStrength extends Area {
  /** Part of all work in the area, 0..1. */
  share: number;
}

/** Work by the key of organisations; null: of those who belong to none. */
export interface WorkByOrganisation {
  see(organisation: string | null, act: Act): void;
  /** Organisations and their work, the most first. */
  all(login: (person: number) => string): [string | null, OrganisationWork][];
}

const AREAS_SHOWN = 5;

interface Sums {
  changes: number;
  reviews: number;
  answers: number;
  people: Set<number>;
  areas: Map<string, number>;
  trend: TrendCount;
  firstDays: number;
  lastDays: number;
}

export function workByOrganisation(now: number): WorkByOrganisation {
  const found = new Map<string | null, Sums>();
  const allInArea = new Map<string, number>();

  function see(organisation: string | null, { person, kind, time, shares }: Act): void {
    if (kind === 'opened') return;
    const sums = found.get(organisation) ?? noWork();
    found.set(organisation, sums);
    const ageDays = daysBetween(time, now);
    const weight = exact(ACT_WEIGHTS[kind] * decayed(ageDays));
    if (kind === 'changed') sums.changes += weight;
    else if (kind === 'reviewed') sums.reviews += weight;
    else sums.answers += weight;
    sums.people.add(person);
    sums.trend.see(ageDays);
    sums.firstDays = Math.max(sums.firstDays, ageDays);
    sums.lastDays = Math.min(sums.lastDays, ageDays);
    for (const [area, share] of shares) {
      const part = exact(weight * share);
      sums.areas.set(area, (sums.areas.get(area) ?? 0) + part);
      allInArea.set(area, (allInArea.get(area) ?? 0) + part);
    }
  }

  function strongest({ areas }: Sums): AreaStrength[] {
    const ranked = [...areas].flatMap(([key, sum]) => {
      const share = sum / (allInArea.get(key) ?? sum);
      return sum > 0 ? [{ area: { ...areaOf(key), share }, strength: sum * share }] : [];
    });
    ranked.sort((a, b) => b.strength - a.strength || (areaKey(a.area) < areaKey(b.area) ? -1 : 1));
    return areasApart(ranked, AREAS_SHOWN, ({ area }) => area).map(({ area }) => area);
  }

  function all(login: (person: number) => string): [string | null, OrganisationWork][] {
    let sum = 0;
    for (const sums of found.values()) sum += weightOf(sums);
    const rows = [...found].map(([key, sums]): [string | null, OrganisationWork] => {
      const { changes, reviews, answers, firstDays, lastDays } = sums;
      const share = sum > 0 ? weightOf(sums) / sum : 0;
      const people = [...sums.people].map(login).sort(byFoldedName);
      const told = { people, areas: strongest(sums), trend: sums.trend.trend(), firstDays, lastDays };
      return [key, { changes, reviews, answers, share, ...told }];
    });
    return rows.sort(([a, one], [b, other]) => other.share - one.share || ((a ?? '') < (b ?? '') ? -1 : 1));
  }

  return { see, all };
}

function noWork(): Sums {
  const lastDays = Number.POSITIVE_INFINITY;
  const nothing = { changes: 0, reviews: 0, answers: 0, firstDays: 0, lastDays };
  return { ...nothing, people: new Set(), areas: new Map(), trend: countTrend() };
}

function weightOf({ changes, reviews, answers }: Sums): number {
  return changes + reviews + answers;
}

export function byFoldedName(a: string, b: string): number {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (one !== other) return one < other ? -1 : 1;
  return a < b ? -1 : 1;
}

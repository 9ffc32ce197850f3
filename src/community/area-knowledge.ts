import { daysBetween, decayed } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';
import { ACT_WEIGHTS } from './interest.ts';
import type { Act } from './organisation-acts.ts';

/** Who knows an area: changed or reviewed something there, or took a thread. */
export interface AreaKnowledge {
  see(act: Act): void;
  /** Decayed acts by person, of an area. */
  of(area: string): ReadonlyMap<number, number>;
  /** Those who know it. */
  knowers(area: string): number[];
  areas(): Iterable<string>;
  /** Everybody who knows anything. */
  people(): number;
}

/** As for files: from this weight on somebody knows it. */
const KNOWS_FROM = 0.1;

export function areaKnowledge(now: number): AreaKnowledge {
  const found = new Map<string, Map<number, number>>();
  const all = new Set<number>();
  const nobody = new Map<number, number>();

  function see({ person, kind, time, shares }: Act): void {
    if (kind === 'opened' || kind === 'joined') return;
    const weight = ACT_WEIGHTS[kind] * decayed(daysBetween(time, now));
    if (weight >= KNOWS_FROM) all.add(person);
    for (const [area, share] of shares) {
      const people = found.get(area) ?? new Map<number, number>();
      if (people.size === 0) found.set(area, people);
      people.set(person, (people.get(person) ?? 0) + exact(weight * share));
    }
  }

  function knowers(area: string): number[] {
    return [...(found.get(area) ?? nobody)].flatMap(([person, weight]) => (weight >= KNOWS_FROM ? [person] : []));
  }

  return {
    see,
    knowers,
    of: (area) => found.get(area) ?? nobody,
    areas: () => found.keys(),
    people: () => all.size,
  };
}

import { daysBetween, decayed } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';
import type { Act } from './organisation-acts.ts';

/** Threads that an organisation opened in an area: decayed, and counted. */
export interface Asked {
  weight: number;
  threads: number;
}

/** What organisations want of the repository, where something waits. */
export interface OrganisationAsks {
  see(organisation: string | null, act: Act): void;
  /** By area; of an organisation that opened nothing there is none. */
  of(organisation: string): ReadonlyMap<string, Asked>;
  /** Days since anybody of it did anything, by its key. */
  idleDays(): ReadonlyMap<string, number>;
}

export function organisationAsks(now: number, wanted: { has(area: string): boolean }): OrganisationAsks {
  const found = new Map<string, Map<string, Asked>>();
  const idle = new Map<string, number>();
  const nothing = new Map<string, Asked>();

  function see(organisation: string | null, { kind, time, shares }: Act): void {
    if (organisation === null) return;
    const ageDays = daysBetween(time, now);
    idle.set(organisation, Math.min(idle.get(organisation) ?? ageDays, ageDays));
    if (kind !== 'opened') return;
    const areas = found.get(organisation) ?? new Map<string, Asked>();
    found.set(organisation, areas);
    for (const area of shares.keys()) {
      if (!wanted.has(area)) continue;
      const { weight, threads } = areas.get(area) ?? { weight: 0, threads: 0 };
      areas.set(area, { weight: weight + exact(decayed(ageDays)), threads: threads + 1 });
    }
  }

  return { see, of: (organisation) => found.get(organisation) ?? nothing, idleDays: () => idle };
}

import { daysBetween, decayed } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';
import { areaOf } from './areas.ts';
import type { Act } from './organisation-acts.ts';

/** How much the changes of late rest on one organisation. Who belongs to none stands for themself. */
export interface Dependence {
  /** Decayed changes. */
  changes: number;
  /** The organisation with most of them, and its part, 0..1; null where none has any. */
  leading: { organisation: string; share: number } | null;
  /** The smallest number of organisations and unaffiliated people who wrote more than half; 0: nobody wrote any. */
  factor: number;
  /** Herfindahl-Hirschman index, the sum of the squares of all parts: 1 where one wrote all, 1/n where n wrote the same. */
  concentration: number;
}

export interface DirectoryDependence extends Dependence {
  directory: string;
}

export interface DependenceCount {
  see(organisation: string | null, act: Act): void;
  whole(): Dependence;
  /** Directories in which an organisation wrote more than half, the largest part first. */
  directories(): DirectoryDependence[];
}

/** Fewer decayed changes say little of who will write the next. */
const LEAST_CHANGES = 1;
const SHOWN = 100;
const HALF = 0.5;

/** By key of the organisation, or by number of the person. */
type Parts = Map<string | number, number>;

export function countDependence(now: number): DependenceCount {
  const all: Parts = new Map();
  const byDirectory = new Map<string, Parts>();

  function see(organisation: string | null, { person, kind, time, shares }: Act): void {
    if (kind !== 'changed') return;
    const who = organisation ?? person;
    const weight = exact(decayed(daysBetween(time, now)));
    all.set(who, (all.get(who) ?? 0) + weight);
    for (const [key, share] of shares) {
      if (!key.startsWith('directory:')) continue;
      const parts: Parts = byDirectory.get(key) ?? new Map();
      if (parts.size === 0) byDirectory.set(key, parts);
      parts.set(who, (parts.get(who) ?? 0) + exact(weight * share));
    }
  }

  function directories(): DirectoryDependence[] {
    const found = [...byDirectory].map(([key, parts]) => ({ directory: areaOf(key).name, ...dependence(parts) }));
    const shareOf = ({ leading }: Dependence) => leading?.share ?? 0;
    return found
      .filter((one) => one.changes >= LEAST_CHANGES && shareOf(one) > HALF)
      .sort((a, b) => shareOf(b) - shareOf(a) || b.changes - a.changes || (a.directory < b.directory ? -1 : 1))
      .slice(0, SHOWN);
  }

  return { see, whole: () => dependence(all), directories };
}

function dependence(parts: Parts): Dependence {
  const ranked = [...parts].sort((a, b) => b[1] - a[1] || (String(a[0]) < String(b[0]) ? -1 : 1));
  let changes = 0;
  for (const [, weight] of ranked) changes += weight;
  if (changes === 0) return { changes, leading: null, factor: 0, concentration: 0 };
  let factor = 0;
  let written = 0;
  for (const [, weight] of ranked) {
    if (written > changes * HALF) break;
    factor += 1;
    written += weight;
  }
  const [organisation, weight] = ranked.find(([who]) => typeof who === 'string') ?? [];
  const leading =
    typeof organisation === 'string' && weight !== undefined ? { organisation, share: weight / changes } : null;
  const concentration = ranked.reduce((sum, [, one]) => sum + (one / changes) ** 2, 0);
  return { changes, leading, factor, concentration };
}

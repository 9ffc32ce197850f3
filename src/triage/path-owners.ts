import { parentOf } from './per-directory.ts';

/** The naive answer for changes: who did most at the same files, then in the nearest directories, however long ago. */
export interface PathOwners {
  count(people: Iterable<string>, paths: readonly string[]): void;
  /** Equal ones by name. */
  list(paths: readonly string[], k: number, except: string | null): string[];
}

/** A sweeping change says little of any one file. */
const MAX_FILES = 100;

export function createPathOwners(): PathOwners {
  const counts = new Map<string, Map<string, number>>();

  return {
    count(people, paths) {
      const persons = [...people];
      for (const place of placesOf(paths)) {
        const known = counts.get(place) ?? new Map<string, number>();
        counts.set(place, known);
        for (const person of persons) known.set(person, (known.get(person) ?? 0) + 1);
      }
    },
    list(paths, k, except) {
      const found = new Set<string>();
      let places = new Set(paths.slice(0, MAX_FILES));
      for (;;) {
        for (const person of mostOf(places, counts)) if (person !== except) found.add(person);
        if (found.size >= k || places.size === 0 || (places.size === 1 && places.has(''))) break;
        places = new Set([...places].map(parentOf));
      }
      return [...found].slice(0, k);
    },
  };
}

/** The files and every directory above them, each once. */
function placesOf(paths: readonly string[]): Set<string> {
  const places = new Set<string>();
  for (const path of paths.slice(0, MAX_FILES)) {
    for (let place = path; !places.has(place); place = parentOf(place)) places.add(place);
  }
  return places;
}

function mostOf(places: Set<string>, counts: Map<string, Map<string, number>>): string[] {
  const sums = new Map<string, number>();
  for (const place of places) {
    for (const [person, times] of counts.get(place) ?? []) sums.set(person, (sums.get(person) ?? 0) + times);
  }
  return [...sums].toSorted(([a, more], [b, less]) => less - more || (a < b ? -1 : 1)).map(([person]) => person);
}

const HALF_LIFE_MS = 30 * 86_400_000;

/** The naive answer that a model has to beat: who or what was used most of late. */
export interface MostUsed {
  count(names: readonly string[], time: number): void;
  /** Most used first; equal ones by name. */
  list(k: number, except: string | null): string[];
}

export function createMostUsed(): MostUsed {
  /** Weights as of the newest time counted; a later use weighs more, which ranks the same as letting older ones fade. */
  const weights = new Map<string, number>();
  let reference: number | null = null;

  return {
    count(names, time) {
      if (Number.isNaN(time)) return;
      reference ??= time;
      for (const name of names) {
        weights.set(name, (weights.get(name) ?? 0) + 2 ** ((time - reference) / HALF_LIFE_MS));
      }
    },
    list(k, except) {
      return [...weights]
        .filter(([name]) => name !== except)
        .toSorted(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
        .slice(0, k)
        .map(([name]) => name);
    },
  };
}

import { keepNewest } from './app-kept.ts';
import type { Measured, PartName } from './community/measured-parts.ts';
import { type RepositoryName, repositoryKey } from './domain/thread-ref.ts';
import type { MeasurementStore } from './store/measurement-store.ts';

/** Of a large repository one takes some 10 MB. */
const KEPT = 24;

export type ReadPart = <Name extends PartName>(ref: RepositoryName, part: Name) => Promise<Measured<Name> | null>;

/** Reads measured parts and keeps the last ones in memory, as long as they are the latest. */
export function partReader(store: Pick<MeasurementStore, 'measuredAt' | 'readMeasurement'>, kept = KEPT): ReadPart {
  const known = new Map<string, Measured<PartName>>();

  /** What is under the key was read by the same name. */
  function isLatest<Name extends PartName>(found: Measured<PartName> | undefined, at: string): found is Measured<Name> {
    return found?.at === at;
  }

  return async (ref, part) => {
    const key = `${part} ${repositoryKey(ref)}`;
    const at = await store.measuredAt(ref, part);
    const before = known.get(key);
    known.delete(key);
    if (at === null) return null;
    const found = isLatest<typeof part>(before, at) ? before : await store.readMeasurement(ref, part);
    if (found === null) return null;
    known.set(key, found);
    keepNewest(known, kept);
    return found;
  };
}

import type { Measured, PartName } from '../community/measured-parts.ts';
import type { RepositoryName, RepositoryRef } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';
import {
  beginMeasuring,
  type MeasuredOf,
  measuredAt,
  readMeasurement,
  readMeasurementsOf,
  readMeasurementsOfInstallation,
  removeMeasurements,
  repositoriesToMeasure,
  saveMeasurement,
} from './measurements.ts';

/** Each answer has the type of the part that it is of. */
export interface MeasurementStore {
  beginMeasuring(ref: RepositoryName): Promise<number | null>;
  saveMeasurement<Name extends PartName>(
    ref: RepositoryName,
    part: Name,
    measured: Measured<Name> & { begun: number },
  ): Promise<void>;
  readMeasurement<Name extends PartName>(ref: RepositoryName, part: Name): Promise<Measured<Name> | null>;
  measuredAt(ref: RepositoryName, part: PartName): Promise<string | null>;
  readMeasurementsOf<Name extends PartName>(owner: string, part: Name): Promise<MeasuredOf<Name>[]>;
  readMeasurementsOfInstallation<Name extends PartName>(id: number, part: Name): Promise<MeasuredOf<Name>[]>;
  removeMeasurements(ref: RepositoryName): Promise<void>;
  repositoriesToMeasure(wanted: { parts: string[]; before: string }): Promise<RepositoryRef[]>;
}

export function measurementStore(pool: DatabasePool): MeasurementStore {
  return {
    beginMeasuring: (ref) => beginMeasuring(pool, ref),
    saveMeasurement: (ref, part, measured) => saveMeasurement(pool, ref, part, measured),
    readMeasurement: (ref, part) => readMeasurement(pool, ref, part),
    measuredAt: (ref, part) => measuredAt(pool, ref, part),
    readMeasurementsOf: (owner, part) => readMeasurementsOf(pool, owner, part),
    readMeasurementsOfInstallation: (id, part) => readMeasurementsOfInstallation(pool, id, part),
    removeMeasurements: (ref) => removeMeasurements(pool, ref),
    repositoriesToMeasure: (wanted) => repositoriesToMeasure(pool, wanted),
  };
}

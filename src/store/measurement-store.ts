import type { Measured, PartName } from '../community/measured-parts.ts';
import type { RepositoryName } from '../domain/thread-ref.ts';
import type { DatabasePool } from './database-pool.ts';
import {
  type MeasuredOf,
  measuredAt,
  readMeasurement,
  readMeasurementsOf,
  readMeasurementsOfInstallation,
  removeMeasurements,
  saveMeasurement,
} from './measurements.ts';

/** Each answer has the type of the part that it is of. */
export interface MeasurementStore {
  saveMeasurement<Name extends PartName>(ref: RepositoryName, part: Name, measured: Measured<Name>): Promise<void>;
  readMeasurement<Name extends PartName>(ref: RepositoryName, part: Name): Promise<Measured<Name> | null>;
  measuredAt(ref: RepositoryName, part: PartName): Promise<string | null>;
  readMeasurementsOf<Name extends PartName>(owner: string, part: Name): Promise<MeasuredOf<Name>[]>;
  readMeasurementsOfInstallation<Name extends PartName>(id: number, part: Name): Promise<MeasuredOf<Name>[]>;
  removeMeasurements(ref: RepositoryName): Promise<void>;
}

export function measurementStore(pool: DatabasePool): MeasurementStore {
  return {
    saveMeasurement: (ref, part, measured) => saveMeasurement(pool, ref, part, measured),
    readMeasurement: (ref, part) => readMeasurement(pool, ref, part),
    measuredAt: (ref, part) => measuredAt(pool, ref, part),
    readMeasurementsOf: (owner, part) => readMeasurementsOf(pool, owner, part),
    readMeasurementsOfInstallation: (id, part) => readMeasurementsOfInstallation(pool, id, part),
    removeMeasurements: (ref) => removeMeasurements(pool, ref),
  };
}

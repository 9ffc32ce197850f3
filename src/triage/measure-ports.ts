import type { Measured, PartName } from '../community/measured-parts.ts';
import type { Fact } from '../domain/fact.ts';
import type { RepositoryName, RepositoryRef } from '../domain/thread-ref.ts';
import type { GitHub } from './github-port.ts';
import type { ProfilePorts } from './learn-profiles.ts';
import type { Models } from './models.ts';
import type { Clock, Log, Queue } from './ports.ts';
import type { Store } from './store-port.ts';

/** What measuring needs of the database beside facts. */
export interface MeasureStore {
  /** Facts of some kinds that are there and were learnt after `seq`, in that order. */
  factsOfKinds(
    ref: RepositoryRef,
    kinds: Fact['kind'][],
    page: { after: number; limit: number },
  ): Promise<{ seq: number; fact: Fact }[]>;
  /** Tells measurements that begin before all are removed from later ones; null where the repository is not known. */
  beginMeasuring(ref: RepositoryName): Promise<number | null>;
  /** Keeps nothing where all was removed since it `begun`. */
  saveMeasurement<Name extends PartName>(
    ref: RepositoryName,
    part: Name,
    measured: Measured<Name> & { begun: number },
  ): Promise<void>;
  /** When a part was measured; null where it was not. */
  measuredAt(ref: RepositoryName, part: PartName): Promise<string | null>;
  /** All parts, and what is being measured now is not kept. */
  removeMeasurements(ref: RepositoryName): Promise<void>;
  /** Of those whose history was read: where something is missing, older than `before`, or older than what is known. */
  repositoriesToMeasure(wanted: { parts: string[]; before: string }): Promise<RepositoryRef[]>;
}

export interface MeasurePorts {
  github: Pick<GitHub, 'readConfig'> & ProfilePorts['github'];
  store: Pick<Store, 'readLearning' | 'readPeople'> & MeasureStore & ProfilePorts['store'];
  models: Pick<Models, 'of'>;
  clock: Clock;
  log: Log;
}

export interface MeasureLaterPorts {
  store: Pick<MeasurePorts['store'], 'readLearning' | 'measuredAt' | 'removeMeasurements' | 'repositoriesToMeasure'>;
  queue: Queue;
  clock: Clock;
  log: Log;
}

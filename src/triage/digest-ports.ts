import type { Digest } from '../community/digest.ts';
import type { Cadence } from '../community/digest-period.ts';
import type { Measured, PartName } from '../community/measured-parts.ts';
import type { DigestOutcome, DigestPlace } from '../domain/digest-place.ts';
import type { RepositoryName, RepositoryRef } from '../domain/thread-ref.ts';
import type { Job } from './job.ts';
import type { MeasurePorts } from './measure-ports.ts';
import type { Clock, Log, Queue } from './ports.ts';
import type { Store } from './store-port.ts';

/** What the digest needs of the world. */

export interface DigestPorts extends MeasurePorts {
  github: MeasurePorts['github'] & DigestGitHub;
  store: MeasurePorts['store'] & DigestStore & Pick<Store, 'acceptance'>;
  schedules: Schedules;
  clock: Clock;
  log: Log;
  /** Where threads are linked to. */
  webUrl: string;
  /** Of the day, in UTC, within which digests are written. */
  digestHour: number;
}

export interface DigestLaterPorts {
  store: Pick<DigestStore, 'repositoryDigests'>;
  queue: Queue;
  schedules: Schedules;
  clock: Clock;
  digestHour: number;
}

export interface Schedules {
  /** From now on adds the job whenever the pattern says (cron, in UTC); of one key there is one schedule. */
  schedule(job: Job, options: { key: string; pattern: string }): Promise<void>;
  unschedule(key: string): Promise<void>;
}

export interface DigestGitHub {
  /** Edits the one thread that holds the digest, or opens it where there never was one. */
  writeDigest(ref: RepositoryRef, wanted: WantedDigest): Promise<DigestWritten>;
}

type DigestThread = NonNullable<DigestPlace['thread']>;

export interface WantedDigest {
  /** Where it is to be; without discussions it goes into an issue. */
  target: DigestPlace['target'];
  /** Where it stands; null: not known. */
  thread: DigestThread | null;
  title: string;
  body(as: DigestThread['type']): string;
}

/** `closed` and `gone`: people did that, and nothing was written. */
export type DigestWritten =
  | { outcome: 'created' | 'updated' | 'unchanged'; thread: DigestThread }
  | { outcome: 'closed' | 'gone' | 'not-permitted' | 'nowhere' };

export interface DigestStore {
  /** The latest first, of one cadence or (null) of any. */
  readDigests(ref: RepositoryName, wanted: { cadence: Cadence | null; limit: number }): Promise<StoredDigest[]>;
  /** One for each period, the first that is made. */
  saveDigest(ref: RepositoryName, digest: Digest, at: string): Promise<void>;
  recordDigest(ref: RepositoryName, period: Digest['period'], outcome: DigestOutcome): Promise<void>;
  changeDigests(ref: RepositoryName, change: (digest: Digest) => Digest): Promise<void>;
  /** null: the configuration was not looked at yet. */
  readDigestPlace(ref: RepositoryName): Promise<DigestPlace | null>;
  saveDigestPlace(ref: RepositoryName, place: DigestPlace): Promise<void>;
  /** How the digest of every repository stands, but for those of suspended installations. */
  repositoryDigests(): Promise<RepositoryDigest[]>;
  readMeasurement<Name extends PartName>(ref: RepositoryName, part: Name): Promise<Measured<Name> | null>;
}

export interface StoredDigest {
  digest: Digest;
  /** null: not written yet. */
  outcome: DigestOutcome | null;
  madeAt: string;
}

export interface RepositoryDigest extends RepositoryRef {
  place: DigestPlace | null;
  /** The first day after the latest period of that cadence that was told of; null: none was. */
  toldTo: string | null;
}

import { type Digest, digestOf, digestRules } from '../community/digest.ts';
import { type Period, periodBefore } from '../community/digest-period.ts';
import type { Measured, PartName } from '../community/measured-parts.ts';
import type { RepositoryConfig } from '../config/repository-config.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { readAcceptance } from './acceptance.ts';
import type { DigestPorts } from './digest-ports.ts';
import { measure } from './measure.ts';

/** Measures the repository as it stands now, and sums the period up. */
export async function makeDigest(
  job: { id: string; repository: RepositoryRef },
  period: Period,
  config: RepositoryConfig,
  ports: DigestPorts,
): Promise<Digest> {
  const { store } = ports;
  const ref = job.repository;
  await measure({ kind: 'measure', ...job }, ports);
  const [activity, health, partners, acceptance, before] = await Promise.all([
    latest('activity'),
    latest('health'),
    latest('partners'),
    readAcceptance(ref, config, ports),
    toldBefore(ref, period, ports),
  ]);
  return digestOf({
    period,
    parts: { ...(activity && { activity }), ...(health && { health }), ...(partners && { partners }) },
    acceptance,
    before,
    config: digestRules(config),
  });

  /** What was measured before the period was over says nothing of its end. */
  async function latest<Name extends PartName>(part: Name): Promise<Measured<Name>['body'] | null> {
    const measured = await store.readMeasurement(ref, part);
    return measured !== null && measured.at >= period.to ? measured.body : null;
  }
}

/** The digest of the period just before; an older one would be compared with what it does not follow. */
async function toldBefore(ref: RepositoryRef, period: Period, { store }: DigestPorts): Promise<Digest | null> {
  const { from } = periodBefore(period);
  const some = await store.readDigests(ref, { cadence: period.cadence, limit: 2 });
  return some.find(({ digest }) => digest.period.from === from)?.digest ?? null;
}

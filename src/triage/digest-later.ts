import { duePeriod, slotOf, slotPattern, writtenFrom } from '../community/digest-period.ts';
import type { DigestPlace } from '../domain/digest-place.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { DigestLaterPorts, DigestPorts, RepositoryDigest } from './digest-ports.ts';
import type { Job } from './job.ts';
import type { Queue } from './ports.ts';

/** When a digest is written, and what makes somebody look whether one is due. */

type DigestJob = Extract<Job, { kind: 'digest' }>;

/** null: none is due, or the one that is ended before it was asked for. */
export function dueNow(
  ref: RepositoryRef,
  { cadence, since }: DigestPlace,
  { clock, digestHour }: Pick<DigestPorts, 'clock' | 'digestHour'>,
) {
  if (cadence === 'off') return null;
  const slot = slotOf(repositoryKey(ref), digestHour);
  const period = duePeriod(cadence, clock().getTime(), slot);
  return writtenFrom(period, slot) <= Date.parse(since) ? null : period;
}

/** One schedule for a repository, as often as wanted, or none. */
export async function putDigestSchedule(
  ref: RepositoryRef,
  { cadence }: Pick<DigestPlace, 'cadence'>,
  { schedules, digestHour }: Pick<DigestPorts, 'schedules' | 'digestHour'>,
): Promise<void> {
  const key = keyOf(ref);
  if (cadence === 'off') return schedules.unschedule(key);
  const pattern = slotPattern(cadence, slotOf(repositoryKey(ref), digestHour));
  const { installationId, owner, repo } = ref;
  const repository = { installationId, owner, repo };
  await schedules.schedule({ kind: 'digest', id: `schedule/${key}`, repository }, { key, pattern });
}

export function endDigestSchedule(ref: RepositoryRef, { schedules }: Pick<DigestPorts, 'schedules'>): Promise<void> {
  return schedules.unschedule(keyOf(ref));
}

/** At a start: schedules are there, and what was missed while nothing ran is made up. */
export async function startDigests(startId: string, ports: DigestLaterPorts): Promise<void> {
  for (const { place, toldTo, ...ref } of await ports.store.repositoryDigests()) {
    if (place !== null) await putDigestSchedule(ref, place, ports);
    if (isToLook({ ...ref, place, toldTo }, ports)) await lookNow(startId, ref, ports);
  }
}

function isToLook({ place, toldTo, ...ref }: RepositoryDigest, ports: DigestLaterPorts): boolean {
  if (place === null) return true;
  const due = dueNow(ref, place, ports);
  return due !== null && (toldTo === null || toldTo < due.to);
}

const OWNER_REPOSITORY = '.github';

/** After learning: the configuration may want it otherwise. That of the owner's `.github` goes for every repository. */
export async function digestsLater(
  { id, repository }: Extract<Job, { kind: 'learn' }>,
  { store, queue }: { store: { repositoriesOf(owner: string): Promise<RepositoryRef[]> }; queue: Queue },
): Promise<void> {
  const isOwners = repository.repo.toLowerCase() === OWNER_REPOSITORY;
  const all = isOwners ? await store.repositoriesOf(repository.owner) : [];
  const others = all.filter((one) => repositoryKey(one) !== repositoryKey(repository));
  for (const ref of [repository, ...others]) await lookNow(id, ref, { queue });
}

/** Names that are to be named no more go from what was told before. */
export async function retellDigests(
  id: string,
  repositories: readonly RepositoryRef[],
  ports: { queue: Queue },
): Promise<void> {
  for (const ref of repositories) await lookNow(id, ref, ports, { retell: true });
}

async function lookNow(
  id: string,
  ref: RepositoryRef,
  { queue }: { queue: Queue },
  { retell }: Pick<DigestJob, 'retell'> = {},
): Promise<void> {
  const { installationId, owner, repo } = ref;
  const key = `${keyOf(ref)}${retell ? ' again' : ''}`;
  const job: DigestJob = { kind: 'digest', id: `${id}/${key}`, repository: { installationId, owner, repo } };
  await queue.add(retell ? { ...job, retell } : job, { key, delayMs: 0 });
}

function keyOf(ref: RepositoryRef): string {
  return `digest ${repositoryKey(ref)}`;
}

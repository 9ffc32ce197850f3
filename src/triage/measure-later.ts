import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import { type Job, repositoryOf } from './job.ts';
import { isMeasured } from './measure.ts';
import type { MeasureLaterPorts } from './measure-ports.ts';
import { madeParts } from './measured-parts.ts';

/** News come in bursts, and what is shown need not follow each. */
const NEWS_MS = 10 * 60_000;
/** Threads are often deleted many at a time. */
const GONE_MS = 60_000;
/** Silence grows without any news. */
const DAY_MS = 86_400_000;

const BRINGS_NEWS = new Set<Job['kind']>(['triage', 'observe', 'learn', 'forget-thread', 'relabel']);

/** After a job that may have changed what is measured. Never throws. */
export async function measureLater(job: Job, ports: MeasureLaterPorts): Promise<void> {
  const repository = repositoryOf(job);
  if (repository === null || !BRINGS_NEWS.has(job.kind)) return;
  try {
    // While the history is read for the first time, its end brings it along.
    const learning = await ports.store.readLearning(repository);
    if (learning !== 'learnt' && learning !== 'failed') return;
    if (await isMeasured(repository, ports.store)) await queueLater(job, repository, ports);
    else await measureNow(job.id, repository, ports);
  } catch (error) {
    ports.log.warn(
      { err: error, repository: repositoryKey(repository) },
      'measuring could not be queued, the next hour does it',
    );
  }
}

function queueLater(job: Job, repository: RepositoryRef, { queue }: MeasureLaterPorts): Promise<void> {
  const key = repositoryKey(repository);
  const isGone = job.kind === 'forget-thread';
  return queue.add(
    { kind: 'measure', id: `${job.id}/measure`, repository },
    { key: `measure ${isGone ? 'soon ' : ''}${key}`, delayMs: isGone ? GONE_MS : NEWS_MS },
  );
}

/** One that waits for news does not hold it up. */
function measureNow(id: string, repository: RepositoryRef, { queue }: Pick<MeasureLaterPorts, 'queue'>): Promise<void> {
  const key = repositoryKey(repository);
  return queue.add(
    { kind: 'measure', id: `${id}/measure/${key}`, repository },
    { key: `measure now ${key}`, delayMs: 0 },
  );
}

/** What was measured may name somebody who is to be named no more: it goes at once and is made anew. */
export async function measureAnew(
  id: string,
  repositories: readonly RepositoryRef[],
  ports: Pick<MeasureLaterPorts, 'queue'> & { store: Pick<MeasureLaterPorts['store'], 'removeMeasurements'> },
): Promise<void> {
  for (const repository of repositories) await ports.store.removeMeasurements(repository);
  for (const repository of repositories) await measureNow(id, repository, ports);
}

/** Every hour: whatever is a day old, was made by another version, or knows less than what was learnt since. */
export async function measureDue(id: string, { store, queue, clock, log }: MeasureLaterPorts): Promise<void> {
  try {
    const before = new Date(clock().getTime() - DAY_MS).toISOString();
    for (const repository of await store.repositoriesToMeasure({ parts: madeParts, before })) {
      await measureNow(id, repository, { queue });
    }
  } catch (error) {
    log.warn({ err: error }, 'measuring could not be queued, the next hour does it');
  }
}

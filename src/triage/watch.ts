import { PutOffError } from '../domain/put-off-error.ts';
import { repositoryKey } from '../domain/thread-ref.ts';
import { done, type Job, type JobResult } from './job.ts';
import { type InstalledPorts, learnInstalled } from './learn-installed.ts';
import { measureDue } from './measure-later.ts';
import type { MeasureLaterPorts } from './measure-ports.ts';
import type { Queue } from './ports.ts';
import { type Redelivered, type RedeliverPorts, redeliverFailed } from './redeliver.ts';
import type { WatchStore } from './watch-ports.ts';

export interface WatchPorts extends RedeliverPorts, InstalledPorts {
  github: RedeliverPorts['github'] & InstalledPorts['github'];
  store: RedeliverPorts['store'] &
    InstalledPorts['store'] &
    Pick<WatchStore, 'repositoriesToSweep'> &
    MeasureLaterPorts['store'];
  queue: Queue;
}

const HOUR_MS = 3_600_000;
/** What was delivered again is then known, and need not be found by the sweep. */
const ARRIVED_MS = 10_000;

/** At a start: looks at once, and from then on every hour, for whatever was missed. One job for all workers. */
export async function startWatch(startId: string, { queue }: { queue: Queue }): Promise<void> {
  const kind = 'redeliver';
  await queue.add(
    { kind, id: `${startId}/redeliver/again`, again: true },
    { key: 'redeliver again', delayMs: HOUR_MS },
  );
  await queue.add({ kind, id: `${startId}/redeliver`, again: false }, { key: 'redeliver', delayMs: 0 });
}

/** Has failed deliveries made again, every repository swept and what is due measured; a job with `again` comes back at least every hour. */
export async function watch(job: Extract<Job, { kind: 'redeliver' }>, ports: WatchPorts): Promise<JobResult> {
  const { asked, againInMs } = await redeliverNow(ports);
  await sweepLater(job.id, asked > 0 ? ARRIVED_MS : 0, ports);
  await measureDue(job.id, ports);
  if (job.again) await learnInstalledNow(`${job.id}/${ports.clock().getTime()}`, ports);
  if (job.again) return { done: false, againInMs: Math.min(againInMs ?? HOUR_MS, HOUR_MS) };
  return againInMs === null ? done : { done: false, againInMs };
}

/** Whatever goes wrong, the sweep is made and the next hour comes. */
async function redeliverNow(ports: WatchPorts): Promise<Redelivered> {
  try {
    return await redeliverFailed(ports);
  } catch (error) {
    if (error instanceof PutOffError) return { asked: 0, againInMs: error.againInMs };
    ports.log.warn({ err: error }, 'failed deliveries could not be looked for, the next look does it');
    return { asked: 0, againInMs: null };
  }
}

/** A start sees to that by itself, but GitHub may have been down then. */
async function learnInstalledNow(id: string, ports: WatchPorts): Promise<void> {
  try {
    await learnInstalled(id, ports);
  } catch (error) {
    ports.log.warn({ err: error }, 'installed repositories could not be listed, the next look does it');
  }
}

async function sweepLater(id: string, delayMs: number, { store, queue }: WatchPorts): Promise<void> {
  for (const repository of await store.repositoriesToSweep()) {
    const key = repositoryKey(repository);
    await queue.add({ kind: 'sweep', id: `${id}/sweep/${key}`, repository }, { key: `sweep ${key}`, delayMs });
  }
}

import { type RepositoryRef, repositoryKey, threadKey } from '../domain/thread-ref.ts';
import { retellDigests } from './digest-later.ts';
import type { GitHub } from './github-port.ts';
import type { Job } from './job.ts';
import { measureAnew } from './measure-later.ts';
import type { MeasureStore } from './measure-ports.ts';
import type { Models } from './models.ts';
import type { PlaceStore } from './place-store.ts';
import type { Log, Queue } from './ports.ts';
import type { Store } from './store-port.ts';

export interface UnlearnPorts {
  github: Pick<GitHub, 'forgetCached' | 'forgetRepository'>;
  store: PlaceStore &
    Pick<Store, 'removeThread' | 'readSnapshot' | 'forgetRepository'> &
    Pick<MeasureStore, 'removeMeasurements'>;
  models: Models;
  queue: Queue;
  log: Log;
}

/** A thread that is gone from its repository, and that no delivery that comes late brings back. */
export async function forgetThread(
  { id, thread }: Extract<Job, { kind: 'forget-thread' }>,
  { store, queue, log }: UnlearnPorts,
): Promise<void> {
  await store.removeThread(thread, { forGood: true });
  const { installationId, owner, repo } = thread;
  await snapshotLater(id, { installationId, owner, repo }, queue);
  log.info({ thread: threadKey(thread) }, 'thread forgotten');
}

/** A large model takes seconds to write down, and threads are often deleted many at a time. */
const SNAPSHOT_MS = 60_000;

function snapshotLater(id: string, repository: RepositoryRef, queue: Queue): Promise<void> {
  const key = repositoryKey(repository);
  const job = { kind: 'snapshot' as const, id: `${id}/snapshot/${key}`, repository };
  return queue.add(job, { key: `snapshot ${key}`, delayMs: SNAPSHOT_MS });
}

/** Without one the next start would learn from the first fact on. */
export async function restoreSnapshot(ref: RepositoryRef, { store, models }: UnlearnPorts): Promise<void> {
  if ((await store.readSnapshot(ref)) === null) await models.saveSnapshot(ref);
}

/** Removes everything that was learnt of a repository that left the installation, or was deleted. */
export async function forget(ref: RepositoryRef, { github, store, models, log }: UnlearnPorts): Promise<void> {
  const now = await store.presentName(ref);
  // Under another name it is still there.
  if (now !== null && repositoryKey(now) !== repositoryKey(ref)) return;
  await store.markGone(ref);
  await store.forgetRepository(ref);
  models.drop(ref);
  await github.forgetRepository(ref);
  log.info({ repository: repositoryKey(ref) }, 'repository forgotten');
}

/** What the threads carry follows what the label is called, without reading any of them. */
export async function relabel(
  { id, repository, from, to }: Extract<Job, { kind: 'relabel' }>,
  { github, store, queue, log }: UnlearnPorts,
): Promise<void> {
  github.forgetCached(repository);
  const threads = await store.relabelThreads(repository, from, to);
  await snapshotLater(id, repository, queue);
  log.info({ repository: repositoryKey(repository), threads, gone: to === null }, 'label changed');
}

/** First nothing more is learnt of the person, then what was learnt goes: stopped anywhere, it may be repeated. */
export async function forgetPerson(
  { id, owner, login }: Extract<Job, { kind: 'forget-person' }>,
  { store, queue, log }: UnlearnPorts,
): Promise<void> {
  await store.leaveOut(owner, login);
  let facts = 0;
  const repositories = await store.repositoriesOf(owner);
  for (const repository of repositories) await store.removeMeasurements(repository);
  for (const repository of repositories) {
    facts += await store.forgetPersonIn(repository, login);
    await snapshotLater(id, repository, queue);
  }
  await store.forgetInCommands(owner, login);
  await measureAnew(id, repositories, { store, queue });
  await retellDigests(id, repositories, { queue });
  log.info({ owner, facts }, 'a person was forgotten');
}

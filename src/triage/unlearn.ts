import { type RepositoryRef, repositoryKey, type ThreadRef, threadKey } from '../domain/thread-ref.ts';
import type { Job } from './job.ts';
import type { Models } from './models.ts';
import type { PlaceStore } from './place-store.ts';
import type { GitHub, Log, Store } from './ports.ts';

export interface UnlearnPorts {
  github: Pick<GitHub, 'forgetCached' | 'forgetRepository'>;
  store: PlaceStore & Pick<Store, 'removeThread' | 'forgetRepository'>;
  models: Models;
  log: Log;
}

/** A thread that is gone from its repository, and that no delivery that comes late brings back. */
export async function forgetThread(ref: ThreadRef, { store, models, log }: UnlearnPorts): Promise<void> {
  if (await store.removeThread(ref, { forGood: true })) await models.saveSnapshot(ref);
  log.info({ thread: threadKey(ref) }, 'thread forgotten');
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
  { repository, from, to }: Extract<Job, { kind: 'relabel' }>,
  { github, store, log }: UnlearnPorts,
): Promise<void> {
  github.forgetCached(repository);
  const threads = await store.relabelThreads(repository, from, to);
  log.info({ repository: repositoryKey(repository), threads, gone: to === null }, 'label changed');
}

/** First nothing more is learnt of the person, then what was learnt goes: stopped anywhere, it may be repeated. */
export async function forgetPerson(
  { owner, login }: Pick<Extract<Job, { kind: 'forget-person' }>, 'owner' | 'login'>,
  { store, models, log }: Omit<UnlearnPorts, 'github'>,
): Promise<void> {
  await store.leaveOut(owner, login);
  let facts = 0;
  for (const repository of await store.repositoriesOf(owner)) {
    const changed = await store.forgetPersonIn(repository, login);
    if (changed > 0) await models.saveSnapshot(repository);
    facts += changed;
  }
  await store.forgetInCommands(owner, login);
  log.info({ owner, facts }, 'a person was forgotten');
}

import { type RepositoryName, type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { GitHub } from './github-port.ts';
import type { Job } from './job.ts';
import type { Models } from './models.ts';
import type { PlaceStore } from './place-store.ts';
import type { Log } from './ports.ts';

export interface RenamePorts {
  github: Pick<GitHub, 'moveRepository' | 'forgetCached'>;
  store: PlaceStore;
  models: Models;
  log: Log;
}

/** Nothing is learnt anew: facts, suggestions, settings and the clone go on under the new name. */
export async function rename({ repository, formerly }: Extract<Job, { kind: 'rename' }>, ports: RenamePorts) {
  await ports.store.renameRepository(repository, formerly);
  await moved(repository, formerly, ports);
}

export async function renameOwner(job: Extract<Job, { kind: 'rename-owner' }>, ports: RenamePorts): Promise<void> {
  const { installationId, owner, formerly } = job;
  for (const ref of await ports.store.renameOwner(installationId, owner, formerly)) {
    await moved(ref, { owner: formerly, repo: ref.repo }, ports);
  }
}

async function moved(ref: RepositoryRef, formerly: RepositoryName, { github, models, log }: RenamePorts) {
  models.drop(formerly);
  github.forgetCached(formerly);
  github.forgetCached(ref);
  await github.moveRepository(formerly, ref);
  log.info({ repository: repositoryKey(ref), formerly: repositoryKey(formerly) }, 'repository renamed');
}

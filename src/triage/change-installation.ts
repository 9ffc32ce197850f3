import { repositoryKey } from '../domain/thread-ref.ts';
import type { Job } from './job.ts';
import type { PlaceStore } from './place-store.ts';
import type { GitHub, Log, Queue } from './ports.ts';

export interface InstallationPorts {
  github: Pick<GitHub, 'forgetCached'>;
  store: PlaceStore;
  queue: Queue;
  log: Log;
}

/**
 * While an installation is suspended nothing is asked of GitHub for it. Once it is resumed, all that happened meanwhile,
 * of which GitHub sent nothing, is read with the history.
 */
export async function changeInstallation(
  { id, installationId, change }: Extract<Job, { kind: 'installation' }>,
  { github, store, queue, log }: InstallationPorts,
): Promise<void> {
  if (change === 'suspended') await store.suspend(installationId);
  else await store.resume(installationId);
  const repositories = await store.repositoriesOfInstallation(installationId);
  for (const { owner } of repositories) github.forgetCached({ owner, repo: null });
  if (change !== 'suspended') {
    const kind = change === 'removed' ? 'forget' : 'learn';
    for (const repository of repositories) {
      const key = repositoryKey(repository);
      await queue.add({ kind, id: `${id}/${key}`, repository }, { key: `${kind} ${key}`, delayMs: 0 });
    }
  }
  log.info({ installation: installationId, change, repositories: repositories.length }, 'installation changed');
}

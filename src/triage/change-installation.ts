import { repositoryKey } from '../domain/thread-ref.ts';
import type { GitHub } from './github-port.ts';
import type { Job } from './job.ts';
import type { PlaceStore } from './place-store.ts';
import type { Log, Queue } from './ports.ts';
import { repositoryJob } from './routed.ts';

export interface InstallationPorts {
  github: Pick<GitHub, 'forgetCached'>;
  store: PlaceStore;
  queue: Queue;
  log: Log;
}

/**
 * While an installation is suspended nothing is asked of GitHub for it. Once it is resumed, all that happened meanwhile,
 * of which GitHub sent nothing, is read with the history, and threads that were opened are found.
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
    const kinds = change === 'removed' ? (['forget'] as const) : (['learn', 'sweep'] as const);
    for (const repository of repositories) {
      for (const kind of kinds) {
        const { job, ...options } = repositoryJob({
          kind,
          id: `${id}/${kind}/${repositoryKey(repository)}`,
          repository,
        });
        await queue.add(job, options);
      }
    }
  }
  log.info({ installation: installationId, change, repositories: repositories.length }, 'installation changed');
}

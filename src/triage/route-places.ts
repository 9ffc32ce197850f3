import type { Delivery } from '../domain/delivery.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { InstallationChange, Job } from './job.ts';
import { enqueue, type Route, type RoutedJob, repositoryJob, skip } from './routed.ts';

/** What becomes of deliveries about a place: an installation, an account, a repository, its labels. */

const INSTALLATION_CHANGES: Record<string, InstallationChange> = {
  suspend: 'suspended',
  unsuspend: 'resumed',
  new_permissions_accepted: 'permitted',
  deleted: 'removed',
};

export function routeInstallation(delivery: Delivery, installationId: number): Route {
  const { id, event, action, repositoriesAdded, repositoriesRemoved } = delivery;
  const jobs = [
    ...repositoriesAdded.map((repository) => arrived(id, repository)),
    ...repositoriesRemoved.map((repository) => gone(id, repository)),
  ];
  const change = event === 'installation' ? INSTALLATION_CHANGES[action] : undefined;
  if (change !== undefined) jobs.push(installationJob({ kind: 'installation', id, installationId, change }));
  return jobs.length > 0 ? enqueue(...jobs) : skip('no repository came or went');
}

function installationJob(job: Extract<Job, { kind: 'installation' }>): RoutedJob {
  return { job, key: `installation ${job.installationId} ${job.change}`, delayMs: 0 };
}

export function routeAccount({ id, account }: Delivery, installationId: number): Route {
  if (account === null || account.formerly === null) return skip('who has access is read anew when it is needed');
  const { name: owner, formerly } = account;
  const job: Job = { kind: 'rename-owner', id, installationId, owner, formerly };
  return enqueue({ job, key: `rename-owner ${formerly} ${owner}`.toLowerCase(), delayMs: 0 });
}

export function routeRepository(
  { id, action, changed, formerly }: Delivery,
  repository: RepositoryRef,
  { fork, archived }: { fork: boolean; archived: boolean },
): Route {
  if (action === 'deleted') return enqueue(gone(id, repository));
  if ((action === 'renamed' || action === 'transferred') && formerly !== null) {
    return enqueue(repositoryJob({ kind: 'rename', id, repository, formerly }));
  }
  if (archived) return skip('the repository is archived');
  if (fork) return skip('the repository is a fork');
  if (action === 'created' || action === 'unarchived') return enqueue(arrived(id, repository));
  if (action === 'edited' && changed.includes('default_branch')) {
    return enqueue(repositoryJob({ kind: 'learn', id: idOf(id, repository), repository }));
  }
  return skip('nothing that is learnt of the repository changed');
}

/** GitHub tells of each thread that carried it only in part, and of none where the name is another. */
export function routeLabel({ id, action, label }: Delivery, repository: RepositoryRef): Route {
  if (label === null) return skip('not about a label');
  const job = { kind: 'relabel' as const, id, repository };
  if (action === 'deleted') return relabel({ ...job, from: label.name, to: null });
  if (action === 'edited' && label.formerly !== null) return relabel({ ...job, from: label.formerly, to: label.name });
  return skip('labels are read anew when they are needed');
}

function relabel(job: Extract<Job, { kind: 'relabel' }>): Route {
  const { key, ...routed } = repositoryJob(job);
  return enqueue({ ...routed, key: `${key} ${job.from.toLowerCase()}` });
}

function arrived(id: string, repository: RepositoryRef): RoutedJob {
  return repositoryJob({ kind: 'learn', id: idOf(id, repository), repository, arrived: true });
}

function gone(id: string, repository: RepositoryRef): RoutedJob {
  return repositoryJob({ kind: 'forget', id: idOf(id, repository), repository });
}

/** One delivery may tell of many. */
function idOf(id: string, repository: RepositoryRef): string {
  return `${id}/${repositoryKey(repository)}`;
}

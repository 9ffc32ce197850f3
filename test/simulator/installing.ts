import { repositoriesOf } from './find-in-state.ts';
import { addInstallation } from './seed-app.ts';
import type { Account, App, Installation, Repository } from './state.ts';
import type { World } from './world.ts';

/** An owner installs the app: on some repositories, or on all. */
export async function install(
  world: World,
  app: App,
  account: Account,
  repositories?: Repository[],
): Promise<Installation> {
  const installation = addInstallation(world, app, account, repositories);
  await world.emit({ event: 'installation', action: 'created', installation, sender: account });
  return installation;
}

export async function uninstall(world: World, installation: Installation): Promise<void> {
  const gone = repositoriesOf(world.state, installation);
  const told = world.emit({
    event: 'installation',
    action: 'deleted',
    installation,
    sender: installation.account,
    gone,
  });
  world.state.installations = world.state.installations.filter((other) => other !== installation);
  await told;
}

export async function suspend(world: World, installation: Installation, suspended: boolean): Promise<void> {
  installation.suspendedAt = suspended ? world.now() : null;
  const action = suspended ? 'suspend' : 'unsuspend';
  await world.emit({ event: 'installation', action, installation, sender: installation.account });
}

/** Only for an installation on selected repositories. */
export async function changeRepositories(
  world: World,
  installation: Installation,
  action: 'added' | 'removed',
  repositories: Repository[],
): Promise<void> {
  for (const repository of repositories) {
    if (action === 'added') installation.repositories.add(repository);
    else installation.repositories.delete(repository);
  }
  installation.updatedAt = world.now();
  const sender = installation.account;
  await world.emit({ event: 'installation_repositories', action, installation, repositories, sender });
}

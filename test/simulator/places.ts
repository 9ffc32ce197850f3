import { mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fullName } from './find-in-state.ts';
import { openGitRepository } from './git-repository.ts';
import { repositoryDirectory } from './seed.ts';
import { accountShape, organizationShape } from './shape-account.ts';
import type { Account, Label, Repository } from './state.ts';
import type { Happening, World } from './world.ts';

/** What owners do with repositories, labels and accounts. A former name leads on to the repository, as on GitHub. */

export async function renameRepository(world: World, repository: Repository, name: string): Promise<void> {
  const from = repository.name;
  await move(world, repository, () => {
    repository.name = name;
  });
  await tell(world, repository, 'renamed', { repository: { name: { from } } });
}

export async function transferRepository(world: World, repository: Repository, owner: Account): Promise<void> {
  const { owner: before } = repository;
  const from =
    before.type === 'User' ? { user: accountShape(world, before) } : { organization: organizationShape(world, before) };
  await move(world, repository, () => {
    repository.owner = owner;
  });
  await tell(world, repository, 'transferred', { owner: { from } });
}

/** Every installation on the account is told. */
export async function renameAccount(world: World, account: Account, login: string): Promise<void> {
  const from = account.login;
  const repositories = world.state.repositories.filter(({ owner }) => owner === account);
  const before = new Map(repositories.map((repository) => [repository, fullName(repository)]));
  account.login = login;
  for (const [repository, name] of before) await moved(world, repository, name);
  const changes = { login: { from } };
  const told = world.state.installations
    .filter((installation) => installation.account === account)
    .map(
      (installation): Happening => ({
        event: 'installation_target',
        action: 'renamed',
        installation,
        sender: account,
        changes,
      }),
    );
  await Promise.all(told.map((happening) => world.emit(happening)));
}

async function move(world: World, repository: Repository, change: () => void): Promise<void> {
  const before = fullName(repository);
  change();
  await moved(world, repository, before);
}

async function moved(world: World, repository: Repository, formerly: string): Promise<void> {
  const directory = repositoryDirectory(world, repository.owner.login, repository.name);
  world.state.formerNames.delete(fullName(repository).toLowerCase());
  world.state.formerNames.set(formerly.toLowerCase(), repository);
  const before = repository.git;
  before.close();
  await mkdir(dirname(directory), { recursive: true });
  await rename(before.directory, directory);
  repository.git = openGitRepository(directory);
}

export async function deleteRepository(world: World, repository: Repository): Promise<void> {
  const told = tell(world, repository, 'deleted');
  world.state.repositories = world.state.repositories.filter((other) => other !== repository);
  world.state.nodes.delete(repository.nodeId);
  await told;
  repository.git.close();
}

export async function archiveRepository(world: World, repository: Repository, archived: boolean): Promise<void> {
  repository.archived = archived;
  await tell(world, repository, archived ? 'archived' : 'unarchived');
}

function tell(world: World, repository: Repository, action: string, changes?: object): Promise<void> {
  const sender = repository.owner;
  return world.emit({ event: 'repository', action, repository, sender, ...(changes && { changes }) });
}

export async function removeCollaborator(world: World, repository: Repository, member: Account): Promise<void> {
  repository.collaborators.delete(member);
  await world.emit({ event: 'member', action: 'removed', repository, member, sender: repository.owner });
}

export async function renameLabel(world: World, label: Label, name: string, sender: Account): Promise<void> {
  const changes = { name: { from: label.name } };
  label.name = name;
  await world.emit({ event: 'label', action: 'edited', repository: label.repository, label, sender, changes });
}

/** The threads that carry it are not told of one by one. */
export async function deleteLabel(world: World, label: Label, sender: Account): Promise<void> {
  const { repository } = label;
  repository.labels = repository.labels.filter((other) => other !== label);
  for (const thread of repository.threads.values()) thread.labels = thread.labels.filter((other) => other !== label);
  world.state.nodes.delete(label.nodeId);
  await world.emit({ event: 'label', action: 'deleted', repository, label, sender });
}

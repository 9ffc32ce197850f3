import { repositoriesOf } from './find-in-state.ts';
import { accountShape, installationShape, type Shape } from './shape-account.ts';
import { briefRepositoryShape } from './shape-repository.ts';
import type { Happening, World } from './world.ts';

export function installationPayload(world: World, happening: Extract<Happening, { event: 'installation' }>): Shape {
  const { installation, gone } = happening;
  const repositories = gone ?? repositoriesOf(world.state, installation);
  return {
    action: happening.action,
    installation: installationShape(world, installation),
    repositories: repositories.map(briefRepositoryShape),
    requester: null,
  };
}

export function repositoriesPayload(
  world: World,
  happening: Extract<Happening, { event: 'installation_repositories' }>,
): Shape {
  const changed = happening.repositories.map(briefRepositoryShape);
  return {
    action: happening.action,
    installation: installationShape(world, happening.installation),
    repository_selection: happening.installation.selection,
    repositories_added: happening.action === 'added' ? changed : [],
    repositories_removed: happening.action === 'removed' ? changed : [],
    requester: null,
  };
}

export function targetPayload(
  world: World,
  { action, installation, changes }: Extract<Happening, { event: 'installation_target' }>,
): Shape {
  const { account } = installation;
  return {
    action,
    account: accountShape(world, account),
    changes,
    target_type: account.type,
    installation: { id: installation.id, node_id: Buffer.from(`integration:${installation.id}`).toString('base64') },
  };
}

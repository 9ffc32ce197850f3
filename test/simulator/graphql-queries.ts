import type { Caller } from './authentication.ts';
import { findAccount, findRepository } from './find-in-state.ts';
import type { QueryCost } from './graphql-cost.ts';
import { unresolved } from './graphql-repository.ts';
import type { Rate } from './rate-limits.ts';
import { sees } from './rest-request.ts';
import type { Account, Node, Repository } from './state.ts';
import { organizationNamed } from './teams.ts';
import type { World } from './world.ts';

/** Root fields of queries for this caller. */
export function queries(
  world: World,
  caller: Caller,
  viewer: Account | null,
  { price, rate }: { price: QueryCost; rate: Rate },
): Record<string, unknown> {
  return {
    // The viewer is typed as a user, and named with [bot].
    viewer: () => (viewer === null ? null : { ...viewer, type: 'User' }),
    repository: ({ owner, name }: { owner: string; name: string }) => {
      const found = findRepository(world.state, owner, name);
      if (found === undefined || !sees(caller, found))
        throw unresolved(`a Repository with the name '${owner}/${name}'`);
      return found;
    },
    user: ({ login }: { login: string }) => {
      const found = findAccount(world.state, login);
      if (found?.type !== 'User') throw unresolved(`a User with the login of '${login}'`);
      return found;
    },
    organization: ({ login }: { login: string }) => {
      const found = organizationNamed(world, login);
      if (found === null) throw unresolved(`an Organization with the login of '${login}'`);
      return found;
    },
    node: ({ id }: { id: string }) => nodeOf(world, caller, id),
    nodes: ({ ids }: { ids: string[] }) => ids.map((id) => nodeOf(world, caller, id)),
    rateLimit: () => ({
      cost: price.cost,
      limit: rate.limit,
      nodeCount: price.nodes,
      remaining: rate.limit - rate.used,
      used: rate.used,
      resetAt: new Date(rate.reset * 1000).toISOString(),
    }),
  };
}

function nodeOf(world: World, caller: Caller, id: string): Node {
  const node = world.state.nodes.get(id);
  const repository = node === undefined ? null : repositoryOf(node);
  if (node === undefined || (repository !== null && !sees(caller, repository))) {
    throw unresolved(`a node with the global id of '${id}'`);
  }
  return node;
}

/** null where everybody may see it. */
function repositoryOf(node: Node): Repository | null {
  switch (node.kind) {
    case 'account':
      return null;
    case 'repository':
      return node;
    case 'comment':
      return node.thread.repository;
    case 'review':
      return node.pull.repository;
    case 'reaction':
      return repositoryOf(node.subject);
    default:
      return node.repository;
  }
}

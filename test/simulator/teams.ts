import { GraphQLError } from 'graphql';
import { findAccount } from './find-in-state.ts';
import { byId, connection, type PageArguments } from './graphql-connection.ts';
import type { Context, Fields } from './graphql-fields.ts';
import { accountFields } from './graphql-people.ts';
import { addAccount } from './seed.ts';
import { type Account, identify, type Team } from './state.ts';
import type { World } from './world.ts';

export interface NewTeam {
  organization: string;
  slug: string;
  members: string[];
  /** Slug of the team that this one lies below. */
  parent?: string;
}

export function addTeam(world: World, { organization, slug, members, parent }: NewTeam): Team {
  const owner = addAccount(world, { login: organization, type: 'Organization' });
  const above = parent === undefined ? null : (findTeam(world, owner, parent) ?? null);
  if (parent !== undefined && above === null) throw new Error(`${organization} has no team ${parent}`);
  const people = members.map((login) => addAccount(world, { login }));
  const team: Team = { kind: 'team', ...identify(world.state, 'T'), owner, slug, members: people, parent: above };
  world.state.teams.push(team);
  return team;
}

function findTeam({ state }: World, owner: Account, slug: string): Team | undefined {
  return state.teams.find((team) => team.owner === owner && team.slug === slug.toLowerCase());
}

export function organizationNamed(world: World, login: string): Account | null {
  const found = findAccount(world.state, login);
  return found?.type === 'Organization' ? found : null;
}

export const organizationFields: Fields<Account> = {
  ...accountFields,
  team: (owner, { slug }: { slug: string }, { world, caller }: Context) => {
    const mayRead = caller.kind === 'installation' && caller.token.permissions.members !== undefined;
    if (!mayRead || caller.installation.account !== owner) {
      throw new GraphQLError('Resource not accessible by integration', { extensions: { type: 'FORBIDDEN' } });
    }
    return findTeam(world, owner, slug) ?? null;
  },
};

export const teamFields: Fields<Team> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  name: ({ slug }) => slug,
  slug: ({ slug }) => slug,
  combinedSlug: ({ owner, slug }) => `${owner.login}/${slug}`,
  organization: ({ owner }) => owner,
  parentTeam: ({ parent }) => parent,
  members: (team, given: PageArguments & { membership?: string | null }, { world }: Context) => {
    const membership = given.membership ?? 'ALL';
    const below = world.state.teams.filter((other) => isBelow(other, team));
    const teams = { ALL: [team, ...below], IMMEDIATE: [team], CHILD_TEAM: below }[membership] ?? [];
    const people = [...new Set(teams.flatMap(({ members }) => members))];
    return connection(people, given, { name: 'members', place: byId });
  },
};

function isBelow({ parent }: Team, team: Team): boolean {
  return parent !== null && (parent === team || isBelow(parent, team));
}

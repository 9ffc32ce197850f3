import type { Context, Fields } from './graphql-fields.ts';
import type { Account } from './state.ts';

/** Users, bots and organisations. */
export const accountFields: Fields<Account> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  login: actorLogin,
  name: ({ name }) => name,
  company: ({ company }) => company,
  email: () => '',
  bio: () => null,
  url: (account, _, { world }) => `${world.address}${pathOf(account)}`,
  resourcePath: pathOf,
  avatarUrl: ({ id }, _, { world }) => `${world.address}/avatars/u/${id}?v=4`,
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ createdAt }) => createdAt,
  isViewer: (account, _, { viewer }: Context) => account === viewer,
};

/** Bots go without `[bot]` in GraphQL, unlike in REST; only the viewer is named in full. */
function actorLogin({ type, login }: Account): string {
  return type === 'Bot' ? login.replace(/\[bot\]$/, '') : login;
}

function pathOf(account: Account): string {
  return account.type === 'Bot' ? `/apps/${actorLogin(account)}` : `/${account.login}`;
}

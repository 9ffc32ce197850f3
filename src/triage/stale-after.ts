import type { Delivery } from '../domain/delivery.ts';

/** Who may do what in a repository, its labels, its configuration, or whether it is there at all. */
const OF_REPOSITORY = new Set(['push', 'label', 'member', 'repository']);

/** Members, teams, permissions: they count in every repository of the account. */
const OF_ACCOUNT = new Set(['installation', 'installation_target', 'organization', 'membership', 'team']);

/** Of what that was read from GitHub a delivery says that it may not be so any more; `repo` null: of all the owner's. */
export function staleAfter({ event, repository, account }: Delivery): { owner: string; repo: string | null } | null {
  if (OF_ACCOUNT.has(event) && account !== null) return { owner: account.name, repo: null };
  if (!OF_REPOSITORY.has(event) || repository === null) return null;
  return { owner: repository.owner, repo: repository.repo };
}

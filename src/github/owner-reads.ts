import type { ProbotOctokit } from 'probot';
import { z } from 'zod';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { storedAuthorLinks } from './author-links.ts';
import { cloneFolder } from './git-clone.ts';
import { graphqlErrorTypes, isGone, statusOf } from './github-error.ts';
import { foldAddress, noreplyLogin } from './identities.ts';
import type { Graphql } from './read-thread.ts';

/** Whom CODEOWNERS means by teams and addresses, and who may own. */

export const TEAM_QUERY = `query ($owner: String!, $slug: String!, $after: String) {
  organization(login: $owner) { team(slug: $slug) {
    members(first: 100, after: $after, membership: ALL) { nodes { login } pageInfo { hasNextPage endCursor } }
  } }
}`;

const page = z.object({
  organization: z
    .object({
      team: z
        .object({
          members: z.object({
            nodes: z.array(z.object({ login: z.string() }).nullable()).nullable(),
            pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
          }),
        })
        .nullable(),
    })
    .nullable(),
});

const MAX_PAGES = 10;

/** Members of a team named as `org/name`, those of teams below it included; null where GitHub does not say. */
export async function readTeam(octokit: Graphql, team: string): Promise<string[] | null> {
  const [owner, slug] = team.split('/');
  const members: string[] = [];
  let after: string | null = null;
  try {
    for (let read = 0; read < MAX_PAGES; read++) {
      const answer = page.parse(await octokit.graphql(TEAM_QUERY, { owner, slug, after }));
      const found = answer.organization?.team?.members;
      // Without the permission a team looks as if it were not there.
      if (found === undefined) return null;
      members.push(...(found.nodes ?? []).flatMap((node) => node?.login ?? []));
      if (!found.pageInfo.hasNextPage) break;
      after = found.pageInfo.endCursor;
    }
  } catch (error) {
    if (isRefused(error)) return null;
    throw error;
  }
  return members;
}

/** People who may write; null where GitHub does not say. */
export async function readWriters(
  octokit: ProbotOctokit,
  { owner, repo }: RepositoryRef,
): Promise<ReadonlySet<string> | null> {
  const { listCollaborators } = octokit.rest.repos;
  try {
    const people = await octokit.paginate(listCollaborators, { owner, repo, permission: 'push', per_page: 100 });
    return new Set(people.map(({ login }) => login));
  } catch (error) {
    if (isRefused(error)) return null;
    throw error;
  }
}

/** Logins of those addresses of which GitHub told one, by address in lower case; the history must have been read. */
export async function readAddresses(
  ref: RepositoryRef,
  addresses: readonly string[],
  dataDir: string,
): Promise<ReadonlyMap<string, string>> {
  const links = await storedAuthorLinks(cloneFolder({ ...ref, dataDir }));
  return new Map(
    addresses.flatMap((address): [string, string][] => {
      const login = noreplyLogin(address) ?? links.get(foldAddress(address)) ?? null;
      return login === null ? [] : [[foldAddress(address), login]];
    }),
  );
}

/** Not there, or not for this app to see; a rate limit is neither. */
function isRefused(error: unknown): boolean {
  const types = graphqlErrorTypes(error);
  if (isGone(error) || (types.length > 0 && types.every((type) => REFUSED.has(type)))) return true;
  return statusOf(error) === 403 && /not accessible|must have push access/i.test(String((error as Error).message));
}

const REFUSED = new Set(['FORBIDDEN', 'NOT_FOUND', 'INSUFFICIENT_SCOPES']);

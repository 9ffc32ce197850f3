import type { ProbotOctokit } from 'probot';
import { z } from 'zod';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { storedAuthorLinks } from './author-links.ts';
import { cloneFolder } from './git-clone.ts';
import { graphqlErrorTypes, isGone, statusOf } from './github-error.ts';
import type { Graphql } from './graphql.ts';
import { foldAddress, noreplyLogin } from './identities.ts';
import { askPartly } from './partial-answer.ts';

/** Whom CODEOWNERS means by teams and addresses, and who may own. */

const MEMBERS = 'nodes { login } pageInfo { hasNextPage endCursor }';

export function teamsQuery(count: number): string {
  const numbers = Array.from({ length: count }, (_, n) => n);
  const variables = numbers.map((n) => `$owner${n}: String!, $slug${n}: String!`);
  const fields = numbers.map(
    (n) => `team${n}: organization(login: $owner${n}) {
      team(slug: $slug${n}) { members(first: 100, membership: ALL) { ${MEMBERS} } }
    }`,
  );
  return `query (${variables.join(', ')}) { ${fields.join('\n')} }`;
}

/** The rest of a team that is larger than a page. */
export const MEMBERS_QUERY = `query ($owner: String!, $slug: String!, $after: String) {
  organization(login: $owner) { team(slug: $slug) { members(first: 100, after: $after, membership: ALL) { ${MEMBERS} } } }
}`;

const members = z.object({
  nodes: z.array(z.object({ login: z.string() }).nullable()).nullable(),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});
const organization = z.object({ team: z.object({ members }).nullable() }).nullable();

type Members = z.output<typeof members>;

const MAX_PAGES = 10;

/**
 * Members of teams named as `org/name`, those of teams below them included, by that name; null where GitHub does not
 * say. One request, and one more for each further hundred members of a team.
 */
export async function readTeams(octokit: Graphql, teams: string[]): Promise<Map<string, string[] | null>> {
  const variables = Object.fromEntries(
    teams.flatMap((team, n) => {
      const [owner, slug] = team.split('/');
      return [
        [`owner${n}`, owner],
        [`slug${n}`, slug],
      ];
    }),
  );
  const data = await askPartly(octokit, teamsQuery(teams.length), variables, ({ type }) => REFUSED.has(type));
  const answer = z.record(z.string(), organization.nullish()).parse(data);
  const found = new Map<string, string[] | null>();
  for (const [n, team] of teams.entries()) {
    // Without the permission a team looks as if it were not there.
    const first = answer[`team${n}`]?.team?.members ?? null;
    found.set(team, first === null ? null : await allMembers(octokit, team, first));
  }
  return found;
}

async function allMembers(octokit: Graphql, team: string, first: Members): Promise<string[]> {
  const [owner, slug] = team.split('/');
  const logins: string[] = [];
  let page: Members | null = first;
  for (let read = 1; page !== null; read++) {
    for (const node of page.nodes ?? []) if (node !== null) logins.push(node.login);
    if (!page.pageInfo.hasNextPage || read >= MAX_PAGES) break;
    const answer = await octokit.graphql(MEMBERS_QUERY, { owner, slug, after: page.pageInfo.endCursor });
    page = z.object({ organization }).parse(answer).organization?.team?.members ?? null;
  }
  return logins;
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

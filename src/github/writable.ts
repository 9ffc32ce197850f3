import type { ProbotOctokit } from 'probot';
import { z } from 'zod';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { isGone } from './github-error.ts';
import { askPartly } from './partial-answer.ts';

/** The account of somebody: a login alone may have become another's. */
export interface Account {
  id: number;
  login: string;
}

/** Repositories in one question. */
const TOGETHER = 50;

const WRITE = new Set(['WRITE', 'MAINTAIN', 'ADMIN']);

/** Of an installation's repositories those that the person may write to, as GitHub says now. */
export async function writableBy(
  octokit: ProbotOctokit,
  repositories: readonly RepositoryRef[],
  account: Account,
): Promise<RepositoryRef[]> {
  const writable: RepositoryRef[] = [];
  for (let from = 0; from < repositories.length; from += TOGETHER) {
    const some = repositories.slice(from, from + TOGETHER);
    const told = await askTogether(octokit, some, account);
    for (const [n, ref] of some.entries()) {
      if (told[n] ?? (await mayWrite(octokit, ref, account))) writable.push(ref);
    }
  }
  return writable;
}

const collaborators = z.object({
  edges: z.array(
    z.object({ permission: z.string(), node: z.object({ databaseId: z.number().nullable() }) }).nullable(),
  ),
});
const answer = z.record(z.string(), z.object({ collaborators: collaborators.nullish() }).nullish());

/** null where GitHub does not list people to this app. */
async function askTogether(
  octokit: ProbotOctokit,
  repositories: readonly RepositoryRef[],
  { id, login }: Account,
): Promise<(boolean | null)[]> {
  const names = repositories.flatMap(({ owner, repo }, n) => [
    [`owner${n}`, owner],
    [`name${n}`, repo],
  ]);
  const variables = { login, ...Object.fromEntries(names) };
  const data = await askPartly(octokit, writersQuery(repositories.length), variables, ({ type }) => HIDDEN.has(type));
  const told = answer.parse(data);
  return repositories.map((_, n) => {
    const repository = told[`repository${n}`];
    if (repository == null) return false;
    const edges = repository.collaborators?.edges;
    if (edges === undefined) return null;
    return edges.some((edge) => edge !== null && edge.node.databaseId === id && WRITE.has(edge.permission));
  });
}

const HIDDEN = new Set(['NOT_FOUND', 'FORBIDDEN', 'INSUFFICIENT_SCOPES']);

export function writersQuery(count: number): string {
  const numbers = Array.from({ length: count }, (_, n) => n);
  const variables = numbers.map((n) => `$owner${n}: String!, $name${n}: String!`);
  const fields = numbers.map(
    (n) => `repository${n}: repository(owner: $owner${n}, name: $name${n}) {
      collaborators(login: $login, first: 1) { edges { permission node { databaseId } } }
    }`,
  );
  return `query ($login: String!, ${variables.join(', ')}) { ${fields.join('\n')} }`;
}

async function mayWrite(octokit: ProbotOctokit, { owner, repo }: RepositoryRef, account: Account): Promise<boolean> {
  try {
    const asked = { owner, repo, username: account.login };
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel(asked);
    return data.user?.id === account.id && WRITE.has(data.permission.toUpperCase());
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

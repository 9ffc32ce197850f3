import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import type { GitAuthor } from './git-people.ts';
import type { Graphql } from './graphql.ts';
import { type AuthorLinks, foldAddress, isSharedAddress, noreplyLogin } from './identities.ts';
import { RATE_LIMIT } from './limit-answer.ts';

const FILE = 'commscore-authors.json';
const AUTHORS_PER_REQUEST = 100;

const stored = z.record(z.string(), z.string().nullable());

/** Who GitHub says the authors are; kept beside the clone, so that each address is asked for once. */
export async function readAuthorLinks(
  octokit: Graphql,
  ref: RepositoryRef,
  directory: string,
  authors: GitAuthor[],
): Promise<AuthorLinks> {
  const links = new Map(await storedAuthorLinks(directory));
  const unknown = new Map<string, string>();
  for (const { rawEmail, commit } of authors) {
    const address = foldAddress(rawEmail);
    const asked = links.has(address) || isSharedAddress(address) || noreplyLogin(address) !== null;
    if (!asked) unknown.set(address, commit);
  }
  const addresses = [...unknown.keys()];
  for (let at = 0; at < addresses.length; at += AUTHORS_PER_REQUEST) {
    const some = addresses.slice(at, at + AUTHORS_PER_REQUEST);
    const logins = await askLogins(
      octokit,
      ref,
      some.map((address) => unknown.get(address) ?? ''),
    );
    for (const [n, address] of some.entries()) links.set(address, logins[n] ?? null);
    await store(directory, links);
  }
  return links;
}

const COMMIT_ID = /^[0-9a-f]{40,64}$/;

export function authorsQuery(commits: string[]): string {
  const objects = commits.map((commit, n) => {
    if (!COMMIT_ID.test(commit)) throw new TypeError('not the id of a commit');
    return `c${n}: object(oid: "${commit}") { ... on Commit { author { user { login } } } }`;
  });
  return `query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${objects.join(' ')} } ${RATE_LIMIT} }`;
}

const commit = z
  .object({ author: z.object({ user: z.object({ login: z.string() }).nullable() }).nullish() })
  .nullish()
  .transform((it) => it?.author?.user?.login ?? null);

const answer = z.object({ repository: z.record(z.string(), commit).nullable() });

async function askLogins(
  octokit: Graphql,
  { owner, repo }: RepositoryRef,
  commits: string[],
): Promise<(string | null)[]> {
  const { repository } = answer.parse(await octokit.graphql(authorsQuery(commits), { owner, repo }));
  return commits.map((_commit, n) => repository?.[`c${n}`] ?? null);
}

/** What GitHub said of authors until now, without asking. */
export async function storedAuthorLinks(directory: string): Promise<AuthorLinks> {
  try {
    const parsed = stored.safeParse(JSON.parse(await readFile(join(directory, FILE), 'utf8')));
    return new Map(parsed.success ? Object.entries(parsed.data) : []);
  } catch (error) {
    // Not there yet, or cut off by a crash: it is only a memory of what can be asked again.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
}

async function store(directory: string, links: AuthorLinks): Promise<void> {
  const file = join(directory, FILE);
  await writeFile(`${file}.new`, JSON.stringify(Object.fromEntries(links)));
  await rename(`${file}.new`, file);
}

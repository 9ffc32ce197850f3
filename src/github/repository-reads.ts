import type { ProbotOctokit } from 'probot';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { askPartly, type PartialError } from './partial-answer.ts';
import { readRepositoryFile } from './repository-file.ts';
import { type KeepRest, wholeLists } from './repository-lists.ts';
import {
  CODEOWNERS_PLACES,
  CONFIG_PATH,
  type FileNode,
  OWNER_REPOSITORY,
  REPOSITORY_QUERY,
  type RepositoryAnswer,
  repositoryAnswer,
} from './repository-query.ts';

/** A repository as a whole, as far as a suggestion draws on it. */
export interface RepositoryReading {
  /** Texts of the configuration file here and of the owner's; null where there is none. */
  config: string | null;
  ownerConfig: string | null;
  /** Text of CODEOWNERS, '' where there is none. */
  codeowners: string;
  labels: string[];
  /** Logins that may be assigned or asked for review. */
  assignable: Set<string>;
  /** Logins of people who may write; null where this way does not tell of all. */
  writers: ReadonlySet<string> | null;
}

/** One request, and one more for each further hundred of labels or people that are not kept. */
export async function readRepository(
  octokit: ProbotOctokit,
  ref: RepositoryRef,
  keepRest: KeepRest,
): Promise<RepositoryReading> {
  const { owner, repo } = ref;
  const variables = { owner, repo, defaults: OWNER_REPOSITORY };
  const answer = repositoryAnswer.parse(await askPartly(octokit, REPOSITORY_QUERY, variables, mayBeMissing));
  const { repository, defaults } = answer;
  if (repository === null) return NOTHING;
  const isOwners = repo.toLowerCase() === OWNER_REPOSITORY;
  const ownerFile = { owner, repo: OWNER_REPOSITORY, path: CONFIG_PATH };
  const [config, ownerConfig, codeowners, lists] = await Promise.all([
    textOf(octokit, { owner, repo, path: CONFIG_PATH }, repository.config),
    isOwners ? null : textOf(octokit, ownerFile, defaults?.config ?? null),
    firstText(octokit, ref, [repository.owners0, repository.owners1, repository.owners2]),
    wholeLists(octokit, ref, repository, keepRest),
  ]);
  return { config, ownerConfig, codeowners, ...lists, writers: writersIn(repository.collaborators) };
}

/** Of a repository that is gone. */
const NOTHING: RepositoryReading = {
  config: null,
  ownerConfig: null,
  codeowners: '',
  labels: [],
  assignable: new Set(),
  writers: null,
};

/** The owner has no such repository or does not show it, and who may write is not for every app to know. */
function mayBeMissing({ type, path }: PartialError): boolean {
  if (path.length === 1) return type === 'NOT_FOUND';
  return path[0] === 'repository' && path[1] === 'collaborators';
}

interface Address {
  owner: string;
  repo: string;
  path: string;
}

/** GraphQL cuts off what is long and leaves out what it takes for binary. */
async function textOf(octokit: ProbotOctokit, address: Address, file: FileNode): Promise<string | null> {
  if (file === null) return null;
  return typeof file.text === 'string' && file.isTruncated !== true ? file.text : readRepositoryFile(octokit, address);
}

async function firstText(octokit: ProbotOctokit, { owner, repo }: RepositoryRef, files: FileNode[]): Promise<string> {
  for (const [n, path] of CODEOWNERS_PLACES.entries()) {
    const text = await textOf(octokit, { owner, repo, path }, files[n] ?? null);
    if (text !== null) return text;
  }
  return '';
}

const MAY_WRITE = new Set(['ADMIN', 'MAINTAIN', 'WRITE']);

/** Where there are more than a page of people with any access at all, asking for those who may write costs less. */
function writersIn(people: NonNullable<RepositoryAnswer['repository']>['collaborators']): ReadonlySet<string> | null {
  if (people == null || people.pageInfo.hasNextPage) return null;
  return new Set(
    (people.edges ?? []).flatMap((edge) => (edge?.node && MAY_WRITE.has(edge.permission) ? [edge.node.login] : [])),
  );
}

import type { ProbotOctokit } from 'probot';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { askPartly, type PartialError } from './partial-answer.ts';
import type { Graphql } from './read-thread.ts';
import { readRepositoryFile } from './repository-file.ts';
import {
  CODEOWNERS_PLACES,
  CONFIG_PATH,
  type FileNode,
  LISTS_QUERY,
  type Lists,
  listsAnswer,
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

/** What of the lists is beyond their first page. */
export interface RestOfLists {
  labels: string[];
  people: string[];
}

/** Gives what is kept for a first page that reads `begins`, else what `read` gives. */
export type KeepRest = (begins: string, read: () => Promise<RestOfLists>) => Promise<RestOfLists>;

async function wholeLists(
  octokit: Graphql,
  ref: RepositoryRef,
  first: Lists,
  keepRest: KeepRest,
): Promise<Pick<RepositoryReading, 'labels' | 'assignable'>> {
  const begins = JSON.stringify([first.labels, first.assignableUsers]);
  const isWhole = endOf(first.labels) === null && endOf(first.assignableUsers) === null;
  const rest = isWhole ? { labels: [], people: [] } : await keepRest(begins, () => readRest(octokit, ref, first));
  const { labels, people } = namesIn(first);
  return { labels: [...labels, ...rest.labels], assignable: new Set([...people, ...rest.people]) };
}

async function readRest(octokit: Graphql, { owner, repo }: RepositoryRef, first: Lists): Promise<RestOfLists> {
  const rest: RestOfLists = { labels: [], people: [] };
  for (let page = await nextLists(octokit, { owner, repo }, first); page !== null; ) {
    const { labels, people } = namesIn(page);
    rest.labels.push(...labels);
    rest.people.push(...people);
    page = await nextLists(octokit, { owner, repo }, page);
  }
  return rest;
}

function namesIn({ labels, assignableUsers }: Lists): RestOfLists {
  return {
    labels: (labels?.nodes ?? []).flatMap((node) => node?.name ?? []),
    people: (assignableUsers?.nodes ?? []).flatMap((node) => node?.login ?? []),
  };
}

async function nextLists(octokit: Graphql, repository: object, page: Lists): Promise<Lists | null> {
  const labels = endOf(page.labels);
  const people = endOf(page.assignableUsers);
  if (labels === null && people === null) return null;
  const more = { moreLabels: labels !== null, morePeople: people !== null };
  return listsAnswer.parse(await octokit.graphql(LISTS_QUERY, { ...repository, labels, people, ...more })).repository;
}

/** From where to go on; null at the end. */
function endOf(list: Lists['labels'] | Lists['assignableUsers']): string | null {
  return list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
}

const MAY_WRITE = new Set(['ADMIN', 'MAINTAIN', 'WRITE']);

/** Where there are more than a page of people with any access at all, asking for those who may write costs less. */
function writersIn(people: NonNullable<RepositoryAnswer['repository']>['collaborators']): ReadonlySet<string> | null {
  if (people == null || people.pageInfo.hasNextPage) return null;
  return new Set(
    (people.edges ?? []).flatMap((edge) => (edge?.node && MAY_WRITE.has(edge.permission) ? [edge.node.login] : [])),
  );
}

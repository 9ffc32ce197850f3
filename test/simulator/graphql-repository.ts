import { GraphQLError } from 'graphql';
import { assignable, fullName } from './find-in-state.ts';
import { byId, connection, type PageArguments } from './graphql-connection.ts';
import type { Fields } from './graphql-fields.ts';
import { gitObject, refNamed } from './graphql-git.ts';
import { webOf } from './shape-repository.ts';
import type { Repository, Thread } from './state.ts';

export const repositoryFields: Fields<Repository> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  name: ({ name }) => name,
  nameWithOwner: fullName,
  description: ({ description }) => description,
  owner: ({ owner }) => owner,
  url: (repository, _, { world }) => webOf(world, repository),
  resourcePath: (repository) => `/${fullName(repository)}`,
  isPrivate: (repository) => repository.private,
  isFork: ({ fork }) => fork,
  isArchived: ({ archived }) => archived,
  isDisabled: () => false,
  isEmpty: async (repository) => (await refNamed(repository, repository.defaultBranch)) === null,
  visibility: (repository) => (repository.private ? 'PRIVATE' : 'PUBLIC'),
  hasIssuesEnabled: ({ hasIssues }) => hasIssues,
  hasDiscussionsEnabled: ({ categories }) => categories.length > 0,
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  pushedAt: ({ pushedAt }) => pushedAt,
  defaultBranchRef: (repository) => refNamed(repository, repository.defaultBranch),
  ref: (repository, { qualifiedName }: { qualifiedName: string }) => refNamed(repository, qualifiedName),
  object: (repository, { expression, oid }: { expression?: string | null; oid?: string | null }) =>
    gitObject(repository, oid ?? (expression ?? '').replace(/^HEAD(?=$|:)/, repository.defaultBranch)),
  issue: one(['issue'], 'an Issue'),
  pullRequest: one(['pull'], 'a PullRequest'),
  discussion: one(['discussion'], 'a Discussion'),
  issueOrPullRequest: one(['issue', 'pull'], 'an issue or pull request'),
  issues: listOf('issue', 'issues'),
  pullRequests: listOf('pull', 'pullRequests'),
  discussions: listOf('discussion', 'discussions'),
  assignableUsers: people('assignableUsers'),
  mentionableUsers: people('mentionableUsers'),
  collaborators,
  label: ({ labels }, { name }: { name: string }) =>
    labels.find((label) => label.name.toLowerCase() === name.toLowerCase()) ?? null,
  labels: ({ labels }, given: PageArguments) =>
    connection(labels, given, { name: 'labels', place: ({ name, id }) => ({ key: name, id }) }),
  discussionCategories: ({ categories }, given: PageArguments) =>
    connection(categories, given, { name: 'discussionCategories', place: byId }),
};

function people(name: string) {
  return (repository: Repository, given: PageArguments & { query?: string | null }): object => {
    const found = assignable(repository).filter(({ login }) => given.query == null || login.includes(given.query));
    return connection(found, given, { name, place: byId });
  };
}

function collaborators(repository: Repository, given: PageArguments & { login?: string | null }): object {
  const wanted = given.login?.toLowerCase();
  const all = [...repository.collaborators].filter(
    ([{ login }, permission]) => permission !== 'none' && (wanted === undefined || login.toLowerCase() === wanted),
  );
  const permissions = new Map(all);
  const page = connection([...permissions.keys()], given, { name: 'collaborators', place: byId });
  const edges = page.nodes.map((node) => ({ node, permission: permissions.get(node)?.toUpperCase() }));
  return { ...page, edges };
}

export function unresolved(what: string): GraphQLError {
  return new GraphQLError(`Could not resolve to ${what}.`, { extensions: { type: 'NOT_FOUND' } });
}

function one(kinds: Thread['kind'][], type: string) {
  return ({ threads }: Repository, { number }: { number: number }): Thread => {
    const found = threads.get(number);
    if (found === undefined || !kinds.includes(found.kind)) throw unresolved(`${type} with the number of ${number}`);
    return found;
  };
}

interface ListArguments extends PageArguments {
  orderBy?: { field: string; direction: string } | null;
  states?: string[] | null;
  labels?: string[] | null;
  filterBy?: { since?: string | null; states?: string[] | null; labels?: string[] | null } | null;
  answered?: boolean | null;
  categoryId?: string | null;
  baseRefName?: string | null;
}

function listOf(kind: Thread['kind'], name: string) {
  return ({ threads }: Repository, given: ListArguments): object => {
    const { field = 'CREATED_AT', direction = 'ASC' } = given.orderBy ?? {};
    const found = [...threads.values()].filter((thread) => thread.kind === kind && fits(thread, given));
    const place = (thread: Thread) => ({ key: sortKey(thread, field), id: thread.id });
    return connection(found, given, { name, place, descending: direction === 'DESC' });
  };
}

function sortKey(thread: Thread, field: string): string | number {
  if (field === 'UPDATED_AT') return thread.updatedAt;
  return field === 'COMMENTS' ? thread.comments.length : thread.createdAt;
}

function fits(thread: Thread, { states, labels, filterBy, answered, categoryId, baseRefName }: ListArguments): boolean {
  const state = thread.kind === 'pull' && thread.mergedAt !== null ? 'MERGED' : thread.state.toUpperCase();
  const since = filterBy?.since ?? null;
  // GitHub's own default for discussions is an empty list, which means every state.
  const wantedStates = [...(states ?? filterBy?.states ?? [])];
  const wantedLabels = labels ?? filterBy?.labels ?? null;
  return (
    (wantedStates.length === 0 || wantedStates.includes(state)) &&
    (wantedLabels === null || thread.labels.some(({ name }) => wantedLabels.includes(name))) &&
    (since === null || Date.parse(thread.updatedAt) >= Date.parse(since)) &&
    (answered == null || (thread.kind === 'discussion' && (thread.answer !== null) === answered)) &&
    (categoryId == null || (thread.kind === 'discussion' && thread.category.nodeId === categoryId)) &&
    (baseRefName == null || (thread.kind === 'pull' && thread.base.ref === baseRefName))
  );
}

import type { GitObject } from './git-object-reader.ts';
import {
  type GitCommit,
  type GitPerson,
  readCommit,
  readCommits,
  readTree,
  resolveRevision,
  type TreeEntry,
} from './git-read.ts';
import { inOrder, type PageArguments } from './graphql-connection.ts';
import type { Context, Fields } from './graphql-fields.ts';
import { accountOfEmail, commitNodeId } from './shape-commit.ts';
import { webOf } from './shape-repository.ts';
import type { Pull, Repository } from './state.ts';

/** What git holds, with the repository it lies in. */
export type GitNode =
  | { kind: 'commit'; repository: Repository; commit: GitCommit }
  | { kind: 'blob' | 'tree'; repository: Repository; object: GitObject };

/** What lies at `rev`, `rev:path` or an object id. */
export async function gitObject(repository: Repository, expression: string): Promise<GitNode | null> {
  const object = await repository.git.read(expression);
  if (object === null) return null;
  if (object.type === 'blob' || object.type === 'tree') return { kind: object.type, repository, object };
  const commit = await readCommit(repository.git, object.oid);
  return commit === null ? null : { kind: 'commit', repository, commit };
}

export interface Ref {
  repository: Repository;
  full: string;
  oid: string;
}

export async function refNamed(repository: Repository, name: string): Promise<Ref | null> {
  const full = name.startsWith('refs/') ? name : `refs/heads/${name}`;
  const oid = await resolveRevision(repository.git, full);
  return oid === null ? null : { repository, full, oid };
}

export const refFields: Fields<Ref> = {
  id: ({ repository, full }) => `REF_${Buffer.from(`${repository.id}:${full}`).toString('base64url')}`,
  name: ({ full }) => full.replace(/^refs\/(heads|tags)\//, ''),
  prefix: ({ full }) => (full.startsWith('refs/tags/') ? 'refs/tags/' : 'refs/heads/'),
  target: ({ repository, oid }) => gitObject(repository, oid),
};

type CommitNode = Extract<GitNode, { kind: 'commit' }>;

export const commitFields: Fields<CommitNode> = {
  id: ({ repository, commit }) => commitNodeId(repository, commit.oid),
  oid: ({ commit }) => commit.oid,
  abbreviatedOid: ({ commit }) => commit.oid.slice(0, 7),
  message: ({ commit }) => commit.message,
  messageHeadline: ({ commit }) => commit.message.split('\n')[0],
  messageBody: ({ commit }) => commit.message.split('\n').slice(1).join('\n').trim(),
  author: ({ commit }) => commit.author,
  committer: ({ commit }) => commit.committer,
  authoredDate: ({ commit }) => commit.author.date,
  committedDate: ({ commit }) => commit.committer.date,
  url: commitAddress,
  commitUrl: commitAddress,
  repository: ({ repository }) => repository,
  parents: async ({ repository, commit }, given: PageArguments) => {
    const parents = await Promise.all(commit.parents.map((oid) => gitObject(repository, oid)));
    return inOrder(parents, given, 'parents');
  },
  associatedPullRequests: ({ repository, commit }, given: PageArguments) =>
    inOrder(pullsOf(repository, commit.oid), given, 'associatedPullRequests'),
  history,
};

function commitAddress({ repository, commit }: CommitNode, _: never, { world }: Context): string {
  return `${webOf(world, repository)}/commit/${commit.oid}`;
}

function pullsOf(repository: Repository, oid: string): Pull[] {
  return [...repository.threads.values()].filter(
    (thread): thread is Pull => thread.kind === 'pull' && (thread.mergeCommit === oid || thread.head.sha === oid),
  );
}

type HistoryArguments = PageArguments & { path?: string | null; since?: string | null; until?: string | null };

async function history({ repository, commit }: CommitNode, given: HistoryArguments): Promise<object> {
  const { path, since, until } = given;
  const filters = [...(since == null ? [] : [`--since=${since}`]), ...(until == null ? [] : [`--until=${until}`])];
  const paths = path == null ? [] : [path];
  const commits = await readCommits(repository.git, ['-2000', ...filters, commit.oid, '--', ...paths]);
  const nodes = commits.map((one): CommitNode => ({ kind: 'commit', repository, commit: one }));
  return inOrder(nodes, given, 'history');
}

export const gitActorFields: Fields<GitPerson> = {
  name: ({ name }) => name,
  email: ({ email }) => email,
  date: ({ date }) => date,
  user: ({ email }, _, { world }) => {
    const account = accountOfEmail(world.state, email);
    return account?.type === 'User' ? account : null;
  },
};

type ObjectNode = Extract<GitNode, { object: GitObject }>;

const objectFields: Fields<ObjectNode> = {
  id: ({ repository, object }) => commitNodeId(repository, object.oid),
  oid: ({ object }) => object.oid,
  abbreviatedOid: ({ object }) => object.oid.slice(0, 7),
  repository: ({ repository }) => repository,
};

/** GitHub cuts off what is longer. */
const TEXT_BYTES = 512_000;

export const blobFields: Fields<ObjectNode> = {
  ...objectFields,
  byteSize: ({ object }) => object.content.length,
  isBinary: ({ object }) => object.content.includes(0),
  isTruncated: ({ object }) => object.content.length > TEXT_BYTES,
  text: ({ object }) => (object.content.includes(0) ? null : object.content.subarray(0, TEXT_BYTES).toString()),
};

export const treeFields: Fields<ObjectNode> = {
  ...objectFields,
  entries: async ({ repository, object }) =>
    ((await readTree(repository.git, object.oid)) ?? []).map((entry) => ({ ...entry, repository })),
};

export const treeEntryFields: Fields<TreeEntry & { repository: Repository }> = {
  name: ({ path }) => path,
  path: ({ path }) => path,
  type: ({ type }) => type,
  oid: ({ oid }) => oid,
  mode: ({ mode }) => Number.parseInt(mode, 8),
  size: ({ size }) => size ?? 0,
  object: ({ repository, oid }) => gitObject(repository, oid),
};

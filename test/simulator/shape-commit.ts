import type { ChangedFile, GitCommit, GitPerson } from './git-read.ts';
import { accountOrNull, type Shape } from './shape-account.ts';
import { apiOf, webOf } from './shape-repository.ts';
import type { Account, Pull, Repository, State } from './state.ts';
import type { World } from './world.ts';

/** Whom GitHub shows as author: who has claimed the address. */
export function accountOfEmail(state: State, email: string): Account | null {
  const wanted = email.toLowerCase();
  return state.accounts.find((account) => account.emails.some((known) => known.toLowerCase() === wanted)) ?? null;
}

export function commitShape(world: World, repository: Repository, commit: GitCommit): Shape {
  const api = apiOf(world, repository);
  const { name, email, date } = commit.author;
  const { committer } = commit;
  return {
    sha: commit.oid,
    node_id: commitNodeId(repository, commit.oid),
    commit: {
      author: { name, email, date },
      committer: { name: committer.name, email: committer.email, date: committer.date },
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${commit.oid}`,
      comment_count: 0,
      verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
    },
    url: `${api}/commits/${commit.oid}`,
    html_url: `${webOf(world, repository)}/commit/${commit.oid}`,
    comments_url: `${api}/commits/${commit.oid}/comments`,
    author: accountOrNull(world, accountOfEmail(world.state, email)),
    committer: accountOrNull(world, accountOfEmail(world.state, committer.email)),
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${api}/commits/${sha}`,
      html_url: `${webOf(world, repository)}/commit/${sha}`,
    })),
  };
}

export function commitNodeId(repository: Repository, oid: string): string {
  return `C_${Buffer.from(`${repository.id}:${oid}`).toString('base64url')}`;
}

export async function pushedCommitShape(world: World, repository: Repository, commit: GitCommit): Promise<Shape> {
  const args = ['diff-tree', '--root', '-r', '-z', '--name-status', '--no-renames', '--no-commit-id', commit.oid];
  const fields = (await repository.git.run(args)).toString().split('\0');
  const paths = (letter: string): string[] =>
    fields.flatMap((field, i) => (i % 2 === 0 && field === letter ? [fields[i + 1] ?? ''] : []));
  return {
    id: commit.oid,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.committer.date,
    url: `${webOf(world, repository)}/commit/${commit.oid}`,
    author: gitUser(world, commit.author),
    committer: gitUser(world, commit.committer),
    added: paths('A'),
    removed: paths('D'),
    modified: paths('M'),
  };
}

function gitUser(world: World, { name, email }: GitPerson): Shape {
  const account = accountOfEmail(world.state, email);
  return { name, email, ...(account === null ? {} : { username: account.login }) };
}

/** One entry of a pull request's files. */
export function fileShape(world: World, pull: Pull, file: ChangedFile): Shape {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  const web = webOf(world, pull.repository);
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${web}/blob/${pull.head.sha}/${path}`,
    raw_url: `${web}/raw/${pull.head.sha}/${path}`,
    contents_url: `${apiOf(world, pull.repository)}/contents/${path}?ref=${pull.head.sha}`,
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}

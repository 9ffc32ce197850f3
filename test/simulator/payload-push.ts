import { readCommits } from './git-read.ts';
import { accountShape, type Shape } from './shape-account.ts';
import { pushedCommitShape } from './shape-commit.ts';
import { repositoryShape, webOf } from './shape-repository.ts';
import type { Repository } from './state.ts';
import type { Happening, World } from './world.ts';

const nothing = '0'.repeat(40);

export async function pushPayload(world: World, happening: Extract<Happening, { event: 'push' }>): Promise<Shape> {
  const { repository, ref, before, after } = happening;
  const range = before === nothing ? [after] : [`${before}..${after}`];
  const found = after === nothing ? [] : await readCommits(repository.git, ['-20', '--reverse', ...range]);
  const commits = await Promise.all(found.map((commit) => pushedCommitShape(world, repository, commit)));
  return {
    ref,
    before,
    after,
    created: before === nothing,
    deleted: after === nothing,
    forced: false,
    base_ref: null,
    compare: `${webOf(world, repository)}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits,
    head_commit: commits.at(-1) ?? null,
    pusher: { name: happening.sender.login, email: happening.sender.emails[0] ?? null },
  };
}

/** In a push the repository has times as seconds, and its owner a name. */
export function pushContext(world: World, repository: Repository): Shape {
  const shape = repositoryShape(world, repository);
  return {
    repository: {
      ...shape,
      url: webOf(world, repository),
      owner: { ...accountShape(world, repository.owner), name: repository.owner.login, email: null },
      created_at: Date.parse(repository.createdAt) / 1000,
      pushed_at: Math.floor(Date.parse(repository.pushedAt) / 1000),
      stargazers: 0,
      master_branch: repository.defaultBranch,
    },
  };
}

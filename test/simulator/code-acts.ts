import { close } from './acts.ts';
import { resolveRevision } from './git-read.ts';
import { writeCommits } from './git-write.ts';
import { sizeOf } from './pull-size.ts';
import type { Account, Issue, Pull, Repository } from './state.ts';
import type { World } from './world.ts';

/** What people do with code: real commits in the bare repository. */

export async function branchWith(
  world: World,
  repository: Repository,
  author: Account,
  given: { title: string; files: Record<string, string | null>; branch?: string },
): Promise<Pick<Pull, 'base' | 'head'>> {
  const base = {
    ref: repository.defaultBranch,
    sha: (await resolveRevision(repository.git, repository.defaultBranch)) ?? '',
  };
  const ref = given.branch ?? `change-${repository.nextNumber}`;
  const from = base.sha === '' ? null : base.sha;
  const who = { name: author.name ?? author.login, email: author.emails[0] ?? '' };
  const commit = { branch: ref, from, author: who, time: world.now(), message: given.title, files: given.files };
  const [sha = ''] = await writeCommits(repository.git, [commit]);
  return { base, head: { ref, sha } };
}

export async function mergePull(world: World, pull: Pull, by: Account): Promise<Pull> {
  const { repository } = pull;
  const before = (await resolveRevision(repository.git, pull.base.ref)) ?? pull.base.sha;
  const tree = (await repository.git.run(['merge-tree', '--write-tree', before, pull.head.sha])).toString().trim();
  const message = `Merge pull request #${pull.number} from ${repository.owner.login}/${pull.head.ref}\n\n${pull.title}`;
  const parents = ['-p', before, '-p', pull.head.sha];
  const after = (await repository.git.run(['commit-tree', tree, ...parents, '-m', message])).toString().trim();
  await repository.git.run(['update-ref', `refs/heads/${pull.base.ref}`, after]);
  await sizeOf(pull);
  const now = world.now();
  Object.assign(pull, {
    state: 'closed',
    mergedAt: now,
    closedAt: now,
    updatedAt: now,
    mergedBy: by,
    closedBy: by,
    mergeCommit: after,
  });
  repository.pushedAt = now;
  await Promise.all([
    world.emit({ event: 'pull_request', action: 'closed', pull, sender: by }),
    world.emit({ event: 'push', repository, ref: `refs/heads/${pull.base.ref}`, before, after, sender: by }),
  ]);
  await Promise.all(issuesClosedBy(pull).map((issue) => close(world, issue, 'completed', by, pull).told));
  return pull;
}

const CLOSING_WORD = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? #(\d+)/gi;

/** As GitHub reads a pull into the default branch. */
function issuesClosedBy({ repository, base, body }: Pull): Issue[] {
  if (base.ref !== repository.defaultBranch) return [];
  const named = [...(body ?? '').matchAll(CLOSING_WORD)].map(([, number]) => repository.threads.get(Number(number)));
  return named.filter((thread): thread is Issue => thread?.kind === 'issue' && thread.state === 'open');
}

export async function pushCommit(
  world: World,
  repository: Repository,
  given: { author: Account; message: string; files: Record<string, string | null>; branch?: string },
): Promise<string> {
  const branch = given.branch ?? repository.defaultBranch;
  const ref = `refs/heads/${branch}`;
  const before = await resolveRevision(repository.git, ref);
  const author = { name: given.author.name ?? given.author.login, email: given.author.emails[0] ?? '' };
  const commit = { branch, from: before, author, time: world.now(), message: given.message, files: given.files };
  const [after = ''] = await writeCommits(repository.git, [commit]);
  repository.pushedAt = world.now();
  await world.emit({ event: 'push', repository, ref, before: before ?? '0'.repeat(40), after, sender: given.author });
  const pulls = [...repository.threads.values()].filter(
    (t): t is Pull => t.kind === 'pull' && t.state === 'open' && t.head.ref === branch,
  );
  for (const pull of pulls) {
    pull.head = { ref: branch, sha: after };
    pull.size = null;
    const facts = { event: 'pull_request', action: 'synchronize', pull, sender: given.author } as const;
    await world.emit({ ...facts, before: before ?? '' });
  }
  return after;
}

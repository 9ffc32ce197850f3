import {
  answer,
  assign,
  close,
  comment,
  deleteComment,
  edit,
  editComment,
  label,
  lock,
  reopen,
  requestReview,
  review,
  threadHappening,
  unassign,
  unlabel,
} from './acts.ts';
import { resolveRevision } from './git-read.ts';
import { writeCommits } from './git-write.ts';
import { HttpError } from './http-error.ts';
import { sizeOf } from './pull-size.ts';
import { addAccount } from './seed.ts';
import {
  type Account,
  type Comment,
  type Discussion,
  findRepository,
  type Issue,
  type Pull,
  type Repository,
  type Review,
  type Thread,
} from './state.ts';
import { addDiscussion, addIssue, addPull } from './threads.ts';
import type { World } from './world.ts';

/** `owner/name`. */
export type RepositoryName = string;

interface Opening {
  title: string;
  body?: string;
  /** Login; made where nobody has it. */
  author: string;
  labels?: string[];
}

interface ThreadName {
  repository: RepositoryName;
  number: number;
}

/** What people do on GitHub, by name. Each changes the state, tells the app, and resolves when the app has answered. */
export type Actions = ReturnType<typeof peopleActions>;

export function peopleActions(world: World) {
  const person = (login: string): Account => addAccount(world, { login });
  const people = (logins: string[] | undefined): Account[] => (logins ?? []).map(person);

  async function done<T>({ value, told }: { value: T; told: Promise<void> }): Promise<T> {
    await told;
    return value;
  }

  async function opened<T extends Thread>(thread: T, action: string): Promise<T> {
    await world.emit(threadHappening(thread, action, thread.author ?? person('ghost')));
    return thread;
  }

  return {
    openIssue: (repository: RepositoryName, given: Opening & { assignees?: string[] }): Promise<Issue> =>
      opened(
        addIssue(world, repositoryNamed(world, repository), {
          ...given,
          author: person(given.author),
          assignees: people(given.assignees),
        }),
        'opened',
      ),
    openDiscussion: (repository: RepositoryName, given: Opening & { category?: string }): Promise<Discussion> =>
      opened(
        addDiscussion(world, repositoryNamed(world, repository), { ...given, author: person(given.author) }),
        'created',
      ),
    /** Commits the files on a branch of its own. */
    openPull: async (
      repository: RepositoryName,
      given: Opening & { files: Record<string, string | null>; branch?: string; draft?: boolean; reviewers?: string[] },
    ): Promise<Pull> => {
      const found = repositoryNamed(world, repository);
      const author = person(given.author);
      const branches = await branchWith(world, found, author, given);
      const pull = addPull(world, found, {
        ...given,
        ...branches,
        author,
        requestedReviewers: people(given.reviewers),
      });
      await found.git.run(['update-ref', `refs/pull/${pull.number}/head`, pull.head.sha]);
      await sizeOf(pull);
      return opened(pull, 'opened');
    },
    editThread: (name: ThreadName, given: { title?: string; body?: string }, by: string): Promise<Thread> =>
      done(edit(world, threadNamed(world, name), given, person(by))),
    closeThread: (name: ThreadName, by: string, reason: Issue['stateReason'] = 'completed'): Promise<Thread> =>
      done(close(world, threadNamed(world, name), reason, person(by))),
    reopenThread: (name: ThreadName, by: string): Promise<Thread> =>
      done(reopen(world, threadNamed(world, name), person(by))),
    lockThread: (name: ThreadName, by: string): Promise<Thread> =>
      done(lock(world, threadNamed(world, name), true, person(by))),
    comment: (name: ThreadName, given: { author: string; body: string; replyTo?: Comment }): Promise<Comment> =>
      done(comment(world, threadNamed(world, name), { ...given, author: person(given.author) })),
    editComment: (made: Comment, body: string, by: string): Promise<Comment> =>
      done(editComment(world, made, body, person(by))),
    deleteComment: (made: Comment, by: string): Promise<Comment> => done(deleteComment(world, made, person(by))),
    label: (name: ThreadName, labels: string[], by: string) =>
      done(label(world, threadNamed(world, name), labels, person(by))),
    unlabel: (name: ThreadName, which: string, by: string) =>
      done(unlabel(world, threadNamed(world, name), which, person(by))),
    assign: (name: ThreadName, logins: string[], by: string) =>
      done(assign(world, workNamed(world, name), people(logins), person(by))),
    unassign: (name: ThreadName, logins: string[], by: string) =>
      done(unassign(world, workNamed(world, name), people(logins), person(by))),
    requestReview: (name: ThreadName, logins: string[], by: string) =>
      done(requestReview(world, pullNamed(world, name), people(logins), person(by))),
    reviewPull: (name: ThreadName, given: { author: string; state: Review['state']; body?: string }): Promise<Review> =>
      done(review(world, pullNamed(world, name), { ...given, author: person(given.author) })),
    markReady: async (name: ThreadName, by: string): Promise<Pull> => {
      const pull = pullNamed(world, name);
      pull.draft = false;
      await world.emit(threadHappening(pull, 'ready_for_review', person(by)));
      return pull;
    },
    answerDiscussion: (name: ThreadName, chosen: Comment, by: string): Promise<Discussion> => {
      const thread = threadNamed(world, name);
      if (thread.kind !== 'discussion') throw new Error(`#${name.number} is no discussion`);
      return done(answer(world, thread, chosen, person(by)));
    },
    mergePull: (name: ThreadName, by: string): Promise<Pull> => mergePull(world, pullNamed(world, name), person(by)),
    /** One commit on a branch, the default one where none is named; gives its id. */
    push: (
      repository: RepositoryName,
      given: { author: string; message: string; files: Record<string, string | null>; branch?: string },
    ): Promise<string> =>
      pushCommit(world, repositoryNamed(world, repository), { ...given, author: person(given.author) }),
  };
}

export function repositoryNamed(world: World, name: RepositoryName): Repository {
  const [owner = '', short = ''] = name.split('/');
  const found = findRepository(world.state, owner, short);
  if (found === undefined) throw new HttpError(404, `no repository ${name}`);
  return found;
}

export function threadNamed(world: World, { repository, number }: ThreadName): Thread {
  const found = repositoryNamed(world, repository).threads.get(number);
  if (found === undefined) throw new HttpError(404, `no thread ${repository}#${number}`);
  return found;
}

function workNamed(world: World, name: ThreadName): Issue | Pull {
  const found = threadNamed(world, name);
  if (found.kind === 'discussion') throw new HttpError(422, `${name.repository}#${name.number} is a discussion`);
  return found;
}

function pullNamed(world: World, name: ThreadName): Pull {
  const found = threadNamed(world, name);
  if (found.kind !== 'pull') throw new HttpError(422, `${name.repository}#${name.number} is no pull request`);
  return found;
}

async function branchWith(
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

async function mergePull(world: World, pull: Pull, by: Account): Promise<Pull> {
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
  return pull;
}

async function pushCommit(
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

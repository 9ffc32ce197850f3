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
  markDuplicate,
  removeReviewRequest,
  reopen,
  requestReview,
  review,
  setMilestone,
  threadHappening,
  unassign,
  unlabel,
} from './acts.ts';
import { branchWith, mergePull, pushCommit } from './code-acts.ts';
import type { NewMilestone } from './milestones.ts';
import { moveActions } from './move-actions.ts';
import {
  issueNamed,
  pullNamed,
  type RepositoryName,
  repositoryNamed,
  type ThreadName,
  threadNamed,
  workNamed,
} from './named.ts';
import { sizeOf } from './pull-size.ts';
import { addAccount } from './seed.ts';
import type { Account, Comment, Discussion, Issue, Pull, Review, Thread } from './state.ts';
import { addDiscussion, addIssue, addPull } from './threads.ts';
import type { World } from './world.ts';

interface Opening {
  title: string;
  body?: string;
  /** Login; made where nobody has it. */
  author: string;
  labels?: string[];
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
    ...moveActions(world),
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
    markDuplicate: (name: ThreadName, of: { canonical: number; marked: boolean }, by: string): void => {
      const canonical = issueNamed(world, { ...name, number: of.canonical });
      markDuplicate(world, issueNamed(world, name), { ...of, canonical }, person(by));
    },
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
    /** null: it belongs to none any more. */
    setMilestone: (name: ThreadName, milestone: NewMilestone | null, by: string) =>
      done(setMilestone(world, workNamed(world, name), milestone, person(by))),
    unlabel: (name: ThreadName, which: string, by: string) =>
      done(unlabel(world, threadNamed(world, name), which, person(by))),
    assign: (name: ThreadName, logins: string[], by: string) =>
      done(assign(world, workNamed(world, name), people(logins), person(by))),
    unassign: (name: ThreadName, logins: string[], by: string) =>
      done(unassign(world, workNamed(world, name), people(logins), person(by))),
    requestReview: (name: ThreadName, logins: string[], by: string) =>
      done(requestReview(world, pullNamed(world, name), people(logins), person(by))),
    removeReviewRequest: (name: ThreadName, logins: string[], by: string) =>
      done(removeReviewRequest(world, pullNamed(world, name), people(logins), person(by))),
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

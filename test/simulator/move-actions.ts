import { pullNamed, type RepositoryName, repositoryNamed, type ThreadName, threadNamed } from './named.ts';
import * as places from './places.ts';
import { addAccount } from './seed.ts';
import type { Account, Discussion, Issue, Label, Pull, Review } from './state.ts';
import { deleteThread, dismissReview, toDraft, transferIssue, unanswer } from './thread-moves.ts';
import type { World } from './world.ts';

/** What people do with threads that go and owners with places, by name. */
export function moveActions(world: World) {
  const person = (login: string): Account => addAccount(world, { login });
  const repository = (name: RepositoryName) => repositoryNamed(world, name);

  async function done<T>({ value, told }: { value: T; told: Promise<void> }): Promise<T> {
    await told;
    return value;
  }

  function labelOf(name: RepositoryName, label: string): Label {
    const found = repository(name).labels.find((made) => made.name === label);
    if (found === undefined) throw new Error(`${name} has no label ${label}`);
    return found;
  }

  return {
    /** Gives the issue as it is in the other repository. */
    transferThread: (name: ThreadName, to: RepositoryName, by: string): Promise<Issue> => {
      const thread = threadNamed(world, name);
      if (thread.kind !== 'issue') throw new Error(`#${name.number} is no issue`);
      return transferIssue(world, thread, repository(to), person(by));
    },
    deleteThread: (name: ThreadName, by: string): Promise<void> =>
      deleteThread(world, threadNamed(world, name), person(by)),
    dismissReview: (made: Review, by: string): Promise<Review> => done(dismissReview(world, made, person(by))),
    convertToDraft: (name: ThreadName, by: string): Promise<Pull> =>
      done(toDraft(world, pullNamed(world, name), person(by))),
    unanswerDiscussion: (name: ThreadName, by: string): Promise<Discussion> => {
      const thread = threadNamed(world, name);
      if (thread.kind !== 'discussion') throw new Error(`#${name.number} is no discussion`);
      return done(unanswer(world, thread, person(by)));
    },
    renameRepository: (name: RepositoryName, to: string): Promise<void> =>
      places.renameRepository(world, repository(name), to),
    transferRepository: (name: RepositoryName, owner: string): Promise<void> =>
      places.transferRepository(world, repository(name), person(owner)),
    renameAccount: (login: string, to: string): Promise<void> => places.renameAccount(world, person(login), to),
    deleteRepository: (name: RepositoryName): Promise<void> => places.deleteRepository(world, repository(name)),
    archiveRepository: (name: RepositoryName, archived = true): Promise<void> =>
      places.archiveRepository(world, repository(name), archived),
    removeCollaborator: (name: RepositoryName, login: string): Promise<void> =>
      places.removeCollaborator(world, repository(name), person(login)),
    renameLabel: (name: RepositoryName, label: string, to: string, by: string): Promise<void> =>
      places.renameLabel(world, labelOf(name, label), to, person(by)),
    deleteLabel: (name: RepositoryName, label: string, by: string): Promise<void> =>
      places.deleteLabel(world, labelOf(name, label), person(by)),
  };
}

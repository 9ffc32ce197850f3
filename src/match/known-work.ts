import type { ThreadType } from '../domain/fact.ts';
import type { Task } from '../domain/task.ts';
import type { ModelParts } from './model-parts.ts';
import type { PathTree } from './path-tree.ts';
import { readTime } from './read-time.ts';
import type { StoredThread } from './thread-store.ts';

/** What people did, act by act, up to a time: what measures of the community are taken from. Bots are left out. */
export interface KnownWork {
  tree: Pick<PathTree, 'find' | 'path' | 'parent' | 'deepestKnown'>;
  changes(at: number): Iterable<WorkChange>;
  threads(at: number): Iterable<WorkThread>;
  /** Threads that share words with a task, best first. */
  similarThreads(task: Task, k: number, at: number): { thread: WorkThread; score: number }[];
  /** Number of a person; null for one of whom nothing is known. */
  find(login: string): number | null;
  login(person: number): string;
  /** Open issues and pulls that a person holds. */
  openLoad(person: number): number;
}

export interface WorkChange {
  id: string;
  time: number;
  author: number | null;
  reviewers: number[];
  /** Nodes of the tree. */
  files: number[];
}

export interface WorkThread {
  id: string;
  type: ThreadType;
  time: number;
  title: string;
  labels: string[];
  author: number | null;
  assignees: number[];
  participants: number[];
  standing: 'open' | 'finished' | 'dropped';
  /** null while open, and where the source does not tell. */
  closedAt: number | null;
}

export function knownWork({ people, bots, tree, changes, threads, contents, threadEvidence }: ModelParts): KnownWork {
  function humanity(): (person: number) => boolean {
    const known = new Map<number, boolean>();
    return (person) => {
      const human = known.get(person) ?? !bots.has(people.loginOf(person));
      known.set(person, human);
      return human;
    };
  }

  function workThread(thread: StoredThread, at: number, isHuman: (person: number) => boolean): WorkThread {
    const humans = (spellings: number[]) => [...new Set(spellings.map(people.personOf))].filter(isHuman);
    const { id, type, time, title, labels } = thread;
    return {
      ...{ id, type, time, title, labels },
      author: humans(thread.author === null ? [] : [thread.author])[0] ?? null,
      assignees: humans(thread.assignees),
      participants: humans(thread.participants),
      ...endOf(thread, at),
    };
  }

  return {
    tree,
    *changes(at) {
      const isHuman = humanity();
      for (const { id, time, author, reviewers, files } of changes.all()) {
        if (!(time <= at)) continue;
        const human = author !== null && isHuman(author) ? author : null;
        yield { id, time, author: human, reviewers: reviewers.filter(isHuman), files };
      }
    },
    *threads(at) {
      const isHuman = humanity();
      for (const thread of threads.all()) if (thread.time <= at) yield workThread(thread, at, isHuman);
    },
    similarThreads(task, k, at) {
      const isHuman = humanity();
      const happened = (id: string) => (threads.find(id)?.time ?? Number.POSITIVE_INFINITY) <= at;
      return contents.similarThreads(task, k, at, happened).flatMap(({ id, score }) => {
        const thread = threads.find(id);
        return thread === null ? [] : [{ thread: workThread(thread, at, isHuman), score }];
      });
    },
    find: people.find,
    login: people.loginOf,
    openLoad: threadEvidence.openLoad,
  };
}

/** How a thread stood at a time; an answered discussion is finished even where nobody closed it. */
function endOf(
  { type, state, outcome, ...thread }: StoredThread,
  at: number,
): Pick<WorkThread, 'standing' | 'closedAt'> {
  const closedAt = thread.closedAt === null ? null : readTime(thread.closedAt);
  const isOpen = (state === 'open' && outcome === null) || (closedAt !== null && closedAt > at);
  if (isOpen) return { standing: 'open', closedAt: null };
  // A pull that was closed and not merged names no outcome.
  const dropped = outcome === 'not-planned' || outcome === 'duplicate' || (type === 'pull' && outcome !== 'merged');
  return { standing: dropped ? 'dropped' : 'finished', closedAt };
}

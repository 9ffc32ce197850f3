import type { ThreadType } from '../domain/fact.ts';
import type { Task } from '../domain/task.ts';
import { contentWords } from './content-words.ts';
import type { ModelParts } from './model-parts.ts';
import type { PathTree } from './path-tree.ts';
import { readTime } from './read-time.ts';
import { rested } from './rested.ts';
import { finish, type Steps } from './steps.ts';
import type { StoredThread } from './thread-store.ts';

/** What people did, act by act, up to a time: what measures of the community are taken from. Bots are left out. */
export interface KnownWork {
  /** Milliseconds since 1970: later facts do not exist. */
  at: number;
  changes: WorkChange[];
  threads: WorkThread[];
  tree: Pick<PathTree, 'find' | 'path' | 'parent' | 'deepestKnown'>;
  /** Threads that share words with a task, best first. */
  similarThreads(task: Task, k: number): { thread: WorkThread; score: number }[];
  /** Number of a person; null for one of whom nothing is known. */
  find(login: string): number | null;
  login(person: number): string;
  /** Open threads that a person is assigned to or asked to review. */
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
  /** Of the title, as paths have them. */
  words: string[];
  labels: string[];
  author: number | null;
  assignees: number[];
  participants: number[];
  /** Asked to review a pull and yet to answer. */
  requested: number[];
  standing: 'open' | 'finished' | 'dropped';
  /** null while open, and where the source does not tell. */
  closedAt: number | null;
}

export function knownWork(parts: ModelParts, at: number): KnownWork {
  return finish(knownWorkInSteps(parts, at));
}

const FACTS_A_PIECE = 1000;

/** What is learnt while it rests may be in it or not. */
export function* knownWorkInSteps(parts: ModelParts, at: number): Steps<KnownWork> {
  const { people, bots, tree, contents } = parts;
  const humanity: boolean[] = [];
  const loads: number[] = [];
  const changes: WorkChange[] = [];
  const threads = new Map<string, WorkThread>();
  yield* rested(parts.changes.all(), FACTS_A_PIECE, ({ id, time, author, reviewers, files }) => {
    if (!(time <= at)) return;
    const human = author !== null && isHuman(author) ? author : null;
    changes.push({ id, time, author: human, reviewers: reviewers.filter(isHuman), files });
  });
  yield* rested(parts.threads.all(), FACTS_A_PIECE, (thread) => {
    if (!(thread.time <= at)) return;
    const known = workThread(thread);
    threads.set(thread.id, known);
    if (known.standing !== 'open') return;
    const holders = new Set([...thread.assignees, ...thread.requested].map(people.personOf));
    for (const holder of holders) loads[holder] = (loads[holder] ?? 0) + 1;
  });

  function isHuman(person: number): boolean {
    const human = humanity[person] ?? !bots.has(people.loginOf(person));
    humanity[person] = human;
    return human;
  }

  function workThread(thread: StoredThread): WorkThread {
    const humans = (spellings: number[]) => [...new Set(spellings.map(people.personOf))].filter(isHuman);
    const { id, type, time, title, labels } = thread;
    return {
      ...{ id, type, time, title, labels, words: contentWords(title) },
      author: humans(thread.author === null ? [] : [thread.author])[0] ?? null,
      assignees: humans(thread.assignees),
      participants: humans(thread.participants),
      requested: humans(thread.requested),
      ...endOf(thread, at),
    };
  }

  return {
    at,
    changes,
    threads: [...threads.values()],
    tree,
    similarThreads(task, k) {
      const similar = contents.similarThreads(task, k, at, (id) => threads.has(id));
      return similar.flatMap(({ id, score }) => {
        const thread = threads.get(id);
        return thread === undefined ? [] : [{ thread, score }];
      });
    },
    find: people.find,
    login: people.loginOf,
    openLoad: (person) => loads[person] ?? 0,
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

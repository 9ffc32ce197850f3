import type { ThreadFact } from '../domain/fact.ts';
import type { People } from './people.ts';
import { readTime } from './read-time.ts';
import type { ThreadEvidence } from './thread-evidence.ts';
import { writingTraits } from './writing-traits.ts';

/** A thread as it is kept: all but its text; people by spelling. */
export interface StoredThread
  extends Omit<
    ThreadFact,
    | 'kind'
    | 'body'
    | 'answer'
    | 'category'
    | 'time'
    | 'author'
    | 'assignees'
    | 'participants'
    | 'requested'
    | 'unlabelled'
    | 'firstResponseAt'
    | 'lastWord'
    | 'milestone'
    | 'tones'
    | 'locked'
  > {
  /** NaN where it cannot be read. */
  time: number;
  author: number | null;
  assignees: number[];
  participants: number[];
  requested: number[];
  /** Of its writing; kept where somebody took it. */
  traits: Uint16Array;
}

/** The latest version of each thread, without text. */
export interface ThreadStore {
  learn(fact: ThreadFact): void;
  restore(thread: StoredThread): void;
  remove(id: string): void;
  find(id: string): StoredThread | null;
  count(): number;
  all(): Iterable<StoredThread>;
}

const NO_TRAITS = new Uint16Array();

export function createThreadStore(people: People, evidence: ThreadEvidence): ThreadStore {
  const threads = new Map<string, StoredThread>();

  function count(thread: StoredThread, sign: 1 | -1): void {
    if (thread.author !== null) people.mention(thread.author, sign);
    for (const spelling of thread.assignees) people.mention(spelling, sign);
    for (const spelling of thread.participants) people.mention(spelling, sign);
    for (const spelling of thread.requested) people.mention(spelling, sign);
    evidence.count(thread, sign);
  }

  function remove(id: string): void {
    const known = threads.get(id);
    if (known === undefined) return;
    count(known, -1);
    threads.delete(id);
  }

  function put(thread: StoredThread): void {
    remove(thread.id);
    threads.set(thread.id, thread);
    count(thread, 1);
  }

  return {
    learn(learnt) {
      const { kind: _kind, body, answer: _answer, category: _category, unlabelled: _unlabelled, ...told } = learnt;
      const { firstResponseAt: _firstResponseAt, lastWord: _lastWord, tones: _tones, locked: _locked, ...fact } = told;
      put({
        ...fact,
        time: readTime(fact.time) ?? Number.NaN,
        author: fact.author === null ? null : people.spelling(fact.author),
        assignees: fact.assignees.map(people.spelling),
        participants: fact.participants.map(people.spelling),
        requested: (fact.requested ?? []).map(people.spelling),
        traits: fact.assignees.length > 0 ? writingTraits({ title: fact.title, body }) : NO_TRAITS,
      });
    },
    restore: put,
    remove,
    find: (id) => threads.get(id) ?? null,
    count: () => threads.size,
    all: () => threads.values(),
  };
}

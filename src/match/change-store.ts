import type { ChangeFact } from '../domain/fact.ts';
import type { ChangeEvidence, ChangeRecord } from './change-evidence.ts';
import type { PathTree } from './path-tree.ts';
import type { People } from './people.ts';
import { readTime } from './read-time.ts';
import { titleWords } from './title-words.ts';

/** What must be known of a change to unlearn it or to write it down. */
export interface StoredChange extends ChangeRecord {
  /** Spellings of people, as the fact has them. */
  authorSpelling: number | null;
  reviewerSpellings: number[];
}

/** A change before its people are told apart. */
export type SpelledChange = Omit<StoredChange, 'author' | 'reviewers'>;

/** The latest version of each change. */
export interface ChangeStore {
  learn(fact: ChangeFact): void;
  /** A change read back from a snapshot; people by spelling, files by node. */
  restore(change: SpelledChange): void;
  remove(id: string): void;
  count(): number;
  all(): Iterable<StoredChange>;
}

const MAX_FILES = 500;

export function createChangeStore(people: People, tree: PathTree, evidence: ChangeEvidence): ChangeStore {
  const changes = new Map<string, StoredChange>();

  function recordOf(fact: ChangeFact): StoredChange {
    const files = new Set<number>();
    for (const { path } of fact.files) {
      if (files.size === MAX_FILES) break;
      files.add(tree.number(path));
    }
    return withPeople({
      id: fact.id,
      // A time that cannot be read gives no evidence: nothing could be said of its age.
      time: readTime(fact.time) ?? Number.NaN,
      files: [...files],
      titleWords: titleWords(fact.title).map(evidence.numberOf),
      authorSpelling: fact.author === null ? null : people.spelling(fact.author),
      reviewerSpellings: fact.reviewers.map(people.spelling),
    });
  }

  function withPeople(change: SpelledChange): StoredChange {
    const author = change.authorSpelling === null ? null : people.personOf(change.authorSpelling);
    const reviewers = new Set(change.reviewerSpellings.map(people.personOf));
    if (author !== null) reviewers.delete(author);
    const { id, time, files, titleWords: words, authorSpelling, reviewerSpellings } = change;
    return { id, time, author, reviewers: [...reviewers], files, titleWords: words, authorSpelling, reviewerSpellings };
  }

  function count(change: StoredChange, sign: 1 | -1): void {
    if (change.authorSpelling !== null) people.mention(change.authorSpelling, sign);
    for (const spelling of change.reviewerSpellings) people.mention(spelling, sign);
    if (!Number.isNaN(change.time)) evidence.count(change, sign);
  }

  function put(change: StoredChange): void {
    const before = changes.get(change.id);
    if (before !== undefined) {
      if (isSame(before, change)) return;
      count(before, -1);
    }
    changes.set(change.id, change);
    count(change, 1);
  }

  return {
    learn: (fact) => put(recordOf(fact)),
    restore: (change) => put(withPeople(change)),
    remove(id) {
      const known = changes.get(id);
      if (known === undefined) return;
      count(known, -1);
      changes.delete(id);
    },
    count: () => changes.size,
    all: () => changes.values(),
  };
}

function isSame(a: StoredChange, b: StoredChange): boolean {
  return (
    Object.is(a.time, b.time) &&
    a.authorSpelling === b.authorSpelling &&
    isSameList(a.reviewerSpellings, b.reviewerSpellings) &&
    isSameList(a.files, b.files) &&
    isSameList(a.titleWords, b.titleWords)
  );
}

function isSameList(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

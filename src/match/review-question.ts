import type { Task } from '../domain/task.ts';
import type { Codeowners } from './codeowners.ts';
import { DAY_MS } from './decay.ts';
import { type Owner, ownersOf } from './owners.ts';
import type { KnownChanges } from './rank-reviewers.ts';
import { titleWords } from './title-words.ts';

/** A change as numbers of one model, and who could review it. */
export interface ReviewQuestion {
  time: number;
  author: number | null;
  authorLogin: string;
  /** Known file or deepest known directory of each file. */
  nodes: number[];
  /** Known files among them; null where the file is new. */
  files: (number | null)[];
  paths: string[];
  /** Words of the title that are known. */
  titleWords: number[];
  /** Who owns any of the files by CODEOWNERS; an owner of whom no fact tells has a number above the known people. */
  owned: Map<number, Owner>;
  /** Who wrote or reviewed by then, and owners. */
  candidates: number[];
  /** All numbers of people are below this. */
  people: number;
}

const MAX_FILES = 100;
const LONG_MS = 365 * DAY_MS;
/** Where fewer are left, everybody is looked at. */
const LARGE = 200;

export function reviewQuestion(
  known: KnownChanges,
  task: Task,
  { time, codeowners }: { time: number; codeowners: Codeowners },
): ReviewQuestion {
  const { evidence, tree, people } = known;
  const paths = task.files.slice(0, MAX_FILES).map(({ path }) => path);
  const owners = ownersOf(paths, codeowners);
  const strangers = [...owners.keys()].filter((folded) => people.find(folded) === null);
  const numberOf = (folded: string) => people.find(folded) ?? people.highest() + 1 + strangers.indexOf(folded);
  const owned = new Map([...owners].map(([folded, owner]) => [numberOf(folded), owner]));
  return {
    time,
    author: task.author === null ? null : people.find(task.author),
    authorLogin: task.author ?? '',
    nodes: paths.map(tree.deepestKnown),
    files: paths.map(tree.find),
    paths,
    titleWords: titleWords(task.title).flatMap((word) => evidence.word(word) ?? []),
    owned,
    candidates: candidatesOf(known, time, owned),
    people: people.highest() + 1 + strangers.length,
  };
}

/** In a large community who never reviewed and wrote nothing for long is passed over: such a one is hardly ever asked. */
function candidatesOf({ evidence, people }: KnownChanges, time: number, owned: Map<number, Owner>): number[] {
  const all: number[] = [];
  const likely: number[] = [];
  for (let person = 1; person <= people.highest() + owned.size; person++) {
    const reviewed = evidence.reviews.last(person, time);
    const changed = evidence.changes.last(person, time);
    if (Math.max(reviewed, changed) === Number.NEGATIVE_INFINITY && !owned.has(person)) continue;
    all.push(person);
    if (reviewed > Number.NEGATIVE_INFINITY || changed >= time - LONG_MS || owned.has(person)) likely.push(person);
  }
  return likely.length < LARGE ? all : likely;
}

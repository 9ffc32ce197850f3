import type { KnownWork } from '../match/known-work.ts';
import { isMechanical } from '../match/mechanical-files.ts';
import { rested } from '../match/rested.ts';
import { daysBetween } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';
import type { Steps } from '../match/steps.ts';

/** What each person knows of something. */
export type Weights = Map<number, number>;

/** From this weight on somebody knows a file; as in the back-test, like what follows. */
const KNOWS_FROM = 0.1;
/** What was done fades by half in this time. */
const KNOWLEDGE_HALF_LIFE_DAYS = 250;
/** A file that nobody touched for longer is left alone. */
export const TOUCHED_DAYS = 365;

const CHANGES_A_PIECE = 2000;

/** Files touched in the last year that people write by hand, each with what everybody knows of it. */
export function* knownFiles(work: KnownWork): Steps<Map<number, Weights>> {
  const known = yield* filesOfLate(work);
  yield* rested(work.changes, CHANGES_A_PIECE, ({ author, reviewers, files, time }) => {
    const people = new Set(author === null ? reviewers : [author, ...reviewers]);
    const age = Math.max(0, daysBetween(time, work.at));
    // Of a change of many files each is known a little.
    const weight = exact(2 ** (-age / KNOWLEDGE_HALF_LIFE_DAYS) / Math.sqrt(files.length));
    for (const file of files) {
      const weights = known.get(file);
      if (weights !== undefined) for (const person of people) weights.set(person, (weights.get(person) ?? 0) + weight);
    }
  });
  return known;
}

function* filesOfLate({ changes, tree, at }: KnownWork): Steps<Map<number, Weights>> {
  const known = new Map<number, Weights>();
  yield* rested(changes, CHANGES_A_PIECE, ({ files, time }) => {
    if (daysBetween(time, at) > TOUCHED_DAYS) return;
    for (const file of files) if (!(known.has(file) || isMechanical(tree.path(file)))) known.set(file, new Map());
  });
  return known;
}

/** Those of them who know the file and are here. */
export function knowersHere(known: Weights, here: ReadonlySet<number>): number[] {
  return [...known].filter(([person, weight]) => weight >= KNOWS_FROM && here.has(person)).map(([person]) => person);
}

/** Who did something in so many days. */
export function* peopleHere({ changes, threads, at }: KnownWork, days: number): Steps<Set<number>> {
  const here = new Set<number>();
  const see = (people: readonly (number | null)[], time: number) => {
    if (daysBetween(time, at) <= days) for (const person of people) if (person !== null) here.add(person);
  };
  yield* rested(changes, CHANGES_A_PIECE, ({ author, reviewers, time }) => see([author, ...reviewers], time));
  yield* rested(threads, CHANGES_A_PIECE, ({ author, assignees, participants, time }) =>
    see([author, ...assignees, ...participants], time),
  );
  return here;
}

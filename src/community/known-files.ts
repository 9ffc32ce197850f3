import type { KnownWork } from '../match/known-work.ts';
import { isMechanical } from '../match/mechanical-files.ts';
import { daysBetween } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';

/** What each person knows of something. */
export type Weights = Map<number, number>;

/** From this weight on somebody knows a file; as in the back-test, like what follows. */
export const KNOWS_FROM = 0.1;
/** What was done fades by half in this time. */
const KNOWLEDGE_HALF_LIFE_DAYS = 250;
const SILENT_DAYS = 180;
const TOUCHED_DAYS = 365;

/** Files touched in the last year that people write by hand, each with what everybody knows of it. */
export function knownFiles(work: KnownWork): Map<number, Weights> {
  const known = filesOfLate(work);
  for (const { author, reviewers, files, time } of work.changes) {
    const people = new Set(author === null ? reviewers : [author, ...reviewers]);
    const age = Math.max(0, daysBetween(time, work.at));
    // Of a change of many files each is known a little.
    const weight = exact(2 ** (-age / KNOWLEDGE_HALF_LIFE_DAYS) / Math.sqrt(files.length));
    for (const file of files) {
      const weights = known.get(file);
      if (weights !== undefined) for (const person of people) weights.set(person, (weights.get(person) ?? 0) + weight);
    }
  }
  return known;
}

function filesOfLate({ changes, tree, at }: KnownWork): Map<number, Weights> {
  const known = new Map<number, Weights>();
  for (const { files, time } of changes) {
    if (daysBetween(time, at) > TOUCHED_DAYS) continue;
    for (const file of files) if (!(known.has(file) || isMechanical(tree.path(file)))) known.set(file, new Map());
  }
  return known;
}

/** Who did something of late. */
export function peopleHere({ changes, threads, at }: KnownWork): Set<number> {
  const here = new Set<number>();
  const see = (people: readonly (number | null)[], time: number) => {
    if (daysBetween(time, at) <= SILENT_DAYS) for (const person of people) if (person !== null) here.add(person);
  };
  for (const { author, reviewers, time } of changes) see([author, ...reviewers], time);
  for (const { author, assignees, participants, time } of threads) see([author, ...assignees, ...participants], time);
  return here;
}

import type { ThreadType } from '../domain/fact.ts';
import { DAY_MS } from '../match/decay.ts';
import { rested } from '../match/rested.ts';
import type { Steps } from '../match/steps.ts';
import type { Told } from './contributions.ts';
import { NEW_DAYS } from './presence.ts';

/** The first that a person ever opened or wrote in the repository. */
export interface FirstContribution {
  login: string;
  /** ISO 8601 UTC. */
  at: string;
  /** null: a change that belongs to no thread. */
  thread: { type: ThreadType; id: string } | null;
}

interface First {
  time: number;
  thread: FirstContribution['thread'];
}

const FACTS_A_PIECE = 4000;

/**
 * Since a time, the oldest first. Whoever did something before, and be it a review or a word, is not new; nor is anybody
 * in the first 90 days of a history, which may just begin there.
 */
export function* firstContributions({ work, since, leftOut }: Told): Steps<FirstContribution[] | null> {
  const firsts = new Map<number, First>();
  const seen = new Map<number, number>();
  let begins = Number.POSITIVE_INFINITY;
  const see = (person: number, time: number) => seen.set(person, Math.min(time, seen.get(person) ?? time));
  const contribute = (person: number | null, first: First) => {
    begins = Math.min(begins, first.time);
    if (person === null) return;
    see(person, first.time);
    const before = firsts.get(person);
    // A pull request and the change that it became are one: the pull is what can be looked at.
    if (before === undefined || first.time < before.time) firsts.set(person, first);
  };
  yield* rested(work.threads, FACTS_A_PIECE, ({ id, type, author, time, assignees, participants }) => {
    contribute(author, { time, thread: { type, id } });
    for (const person of [...assignees, ...participants]) see(person, time);
  });
  yield* rested(work.changes, FACTS_A_PIECE, ({ author, reviewers, time }) => {
    contribute(author, { time, thread: null });
    for (const person of reviewers) see(person, time);
  });
  const toldFrom = Math.max(since, begins + NEW_DAYS * DAY_MS);
  if (toldFrom > work.at) return null;
  return [...firsts]
    .filter(([person, { time }]) => time >= toldFrom && (seen.get(person) ?? 0) >= time)
    .map(([person, { time, thread }]) => ({ login: work.login(person), at: new Date(time).toISOString(), thread }))
    .filter(({ login }) => !leftOut(login))
    .toSorted((a, b) => (`${a.at} ${a.login}` < `${b.at} ${b.login}` ? -1 : 1));
}

import type { KnownWork } from '../match/known-work.ts';
import { daysBetween } from '../match/score-decay.ts';
import { gini } from './gini.ts';

export interface LoadSpread {
  /** Open threads that each is assigned to or asked to review; the most loaded first. */
  people: { login: string; open: number }[];
  /** 0: all hold the same; near 1: one holds everything. */
  gini: number;
  /** Part of all that the most loaded holds; null where nobody holds anything. */
  mostShare: number | null;
}

/** How the open work lies on those who hold some, and those who reviewed or took something in so many days. */
export function loadSpread(work: KnownWork, days: number): LoadSpread {
  const people = [...carriers(work, days)].map((person) => ({
    login: work.login(person),
    open: work.openLoad(person),
  }));
  const loads = people.map(({ open }) => open);
  const all = loads.reduce((sum, open) => sum + open, 0);
  return {
    people: people.toSorted((a, b) => b.open - a.open || (a.login < b.login ? -1 : 1)),
    gini: gini(loads),
    mostShare: all === 0 ? null : Math.max(...loads) / all,
  };
}

function carriers({ changes, threads, at }: KnownWork, days: number): Set<number> {
  const found = new Set<number>();
  const see = (people: readonly number[]) => {
    for (const person of people) found.add(person);
  };
  for (const { reviewers, time } of changes) if (daysBetween(time, at) <= days) see(reviewers);
  for (const { assignees, requested, standing, time } of threads) {
    const isOpen = standing === 'open';
    if (isOpen || daysBetween(time, at) <= days) see(assignees);
    if (isOpen) see(requested);
  }
  return found;
}

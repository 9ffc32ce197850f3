import type { AreaName, NextTask } from './next-task.ts';

/** What a person could take up, read, and whom they could meet; each list best first, and it may be empty. */
export interface Recommendations {
  tasks: NextTask[];
  articles: NextArticle[];
  people: PersonToMeet[];
}

/** A page of the documentation or an article of a feed that fits what somebody works on. */
export interface NextArticle {
  id: string;
  url: string;
  title: string;
  /** What of theirs it fits best: a thread by its number, or an area. */
  fits: { kind: 'thread'; id: string } | { kind: 'area'; area: AreaName };
  /** Words that the two share, those that say most first. */
  terms: string[];
}

/** Somebody who works on the same and with whom they have had no dealings yet. */
export interface PersonToMeet {
  login: string;
  /** Cosine of their interests, 0..1. */
  likeness: number;
  /** Where both are active, strongest first. */
  areas: AreaName[];
}

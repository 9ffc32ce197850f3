import type { AreaName, NextReason } from '../domain/next-task.ts';
import type { NextArticle } from '../domain/recommendations.ts';
import type { Ink } from './words.ts';

/** A reason that is not about what somebody did alone, which `Words` tells. */
export type OwnReason = Extract<NextReason, { kind: 'in-their-areas' | 'fitting-difficulty' | 'work-waits' }>;

/** All that is said of what somebody could take up, read, and whom they could meet. */
export interface RecommendationWords {
  tasks: string;
  articles: string;
  people: string;
  nothing: string;
  labelled(label: string): string;
  unanswered: string;
  reason(reason: OwnReason, ink: Ink): string;
  /** Why an article is recommended. */
  fits(fits: NextArticle['fits'], terms: readonly string[], ink: Ink): string;
  /** Why two people could meet. */
  shared(areas: readonly AreaName[], ink: Ink): string;
}

const OWN = new Set<NextReason['kind']>(['in-their-areas', 'fitting-difficulty', 'work-waits']);

export function isOwnReason(reason: NextReason): reason is OwnReason {
  return OWN.has(reason.kind);
}

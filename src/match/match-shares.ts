import { decayed } from './score-decay.ts';
import { shares } from './shares.ts';

/** What keeps somebody from taking a task that they could do. */
export interface Standing {
  /** Days since their last act; Infinity for none. */
  idleDays: number;
  /** 1: here, 0: away or opted out. */
  available: number;
  /** Open issues and pulls they hold. */
  openLoad: number;
  capacity: number;
}

/** Alpha_i, 0..1 without unit: activity 2^(-idle/H), times availability, times the part of their capacity that is free. */
export function readiness({ idleDays, available, openLoad, capacity }: Standing): number {
  const room = capacity > 0 ? Math.max(0, 1 - openLoad / capacity) : 0;
  return decayed(idleDays) * available * room;
}

/**
 * S_i = alpha_i S(i,k) / sum of S(i',k), in the order of the candidates: each in 0..1 without unit, at most 1 together.
 * What is lacking to 1 is skill that exists and is not free now.
 */
export function matchShares(candidates: readonly { skill: number; readiness: number }[]): number[] {
  const bySkill = shares(candidates.map(({ skill }) => skill));
  return candidates.map(({ readiness }, at) => readiness * (bySkill[at] ?? 0));
}

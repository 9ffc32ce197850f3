import { DAY_MS } from './decay.ts';

/** H of every score of the founding paper, in days. The ranker's own evidence has half-lives that were learnt. */
export const HALF_LIFE_DAYS = 180;

/** 2^(-d/H): what an act of an age weighs, 1 for one of now. */
export function decayed(ageDays: number): number {
  return 2 ** (-Math.max(0, ageDays) / HALF_LIFE_DAYS);
}

export function daysBetween(earlier: number, later: number): number {
  return (later - earlier) / DAY_MS;
}

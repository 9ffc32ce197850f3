import { shareInterval } from '../match/confidence.ts';

/** A share of comments, and where it lies with a certainty of 95 %. */
export interface ToldShare {
  share: number;
  low: number;
  high: number;
}

/** Of fewer nothing is told, lest it be read off who spoke so. */
export const FEWEST_TOLD = { comments: 10, topicComments: 30, threads: 3, topicThreads: 5, people: 3 };

export function toldShare(told: number, comments: number): ToldShare {
  return { share: told / comments, ...shareInterval(told, comments) };
}

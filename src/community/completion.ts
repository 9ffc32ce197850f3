import { decayed } from '../match/score-decay.ts';
import { exact, shares } from '../match/shares.ts';

/** A task like the one asked about that somebody took on. */
export interface TakenTask {
  finished: boolean;
  /** How like it is, 0..1. */
  likeness: number;
  ageDays: number;
}

/** Of somebody without a record half is expected, as strongly as two tasks of today would say it. */
const PRIOR_FINISHED = 1;
const PRIOR_TAKEN = 2;

/** What the hardest task loses of its hope of completion. */
const HARDEST_LOSES = 0.5;
/** Stands for a difficulty that is not known. */
const USUAL_DIFFICULTY = 0.5;

/** C(i,k), above 0 and below 1, without unit: of the tasks like k that i took on, the decayed share finished, smoothed. */
export function completionChance(taken: readonly TakenTask[]): number {
  let finished = PRIOR_FINISHED;
  let all = PRIOR_TAKEN;
  for (const task of taken) {
    const weight = exact(task.likeness * decayed(task.ageDays));
    all += weight;
    if (task.finished) finished += weight;
  }
  return finished / all;
}

/** Beta_k, 0.5..1 without unit: the hope that anybody completes task k, which falls with its difficulty T(k). */
export function hopeOf(difficulty: number | null): number {
  return 1 - HARDEST_LOSES * (difficulty ?? USUAL_DIFFICULTY);
}

/** C_k = beta_k C(i,k) / sum of C(i',k), in the order of the candidates: each in 0..1, beta_k together, without unit. */
export function completionShares(chances: readonly number[], difficulty: number | null): number[] {
  return shares(chances).map((share) => hopeOf(difficulty) * share);
}

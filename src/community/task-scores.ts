import type { Task } from '../domain/task.ts';
import type { KnownWork } from '../match/known-work.ts';
import { matchShares } from '../match/match-shares.ts';
import { orderlessSum } from '../match/shares.ts';
import { taskNeeds } from '../match/task-needs.ts';
import { areaActs } from './area-acts.ts';
import { areaDemands } from './area-demand.ts';
import { type Area, areaKey, areaOf, readAreas } from './areas.ts';
import { type CandidateRules, candidatesFor } from './candidates.ts';
import { completionChance, completionShares } from './completion.ts';
import { cooperation } from './cooperation.ts';
import type { Demand } from './demand.ts';
import { type Difficulty, difficulty } from './difficulty.ts';
import { helpGiven } from './help-given.ts';
import { interests } from './interest.ts';
import { closedCosts, nearestTasks } from './nearest-tasks.ts';

/** The scores of the founding paper for one task; docs/algorithms.md derives each. */
export interface TaskScores {
  /** T(k). */
  difficulty: Difficulty;
  /** D(j) of the areas of the task of which threads tell something, most weeks of waiting first. */
  demand: AreaDemand[];
  /** In the order they were asked for, else the best match first. */
  people: PersonScores[];
}

export type AreaDemand = Area & Demand;

export interface PersonScores {
  login: string;
  /** Mean of I(i,j) over the areas of the task. */
  interest: number;
  /** S(i,k). */
  skill: number;
  /** S_i. */
  match: number;
  /** C(i,k). */
  completionChance: number;
  /** C_k, the part of this person. */
  completion: number;
  /** C_i. */
  cooperation: number;
}

export interface ScoreOptions extends CandidateRules {
  /** Whose scores are wanted; absent: those of the `k` best matches. */
  logins?: readonly string[];
  k?: number;
}

const SHOWN = 10;

export function taskScores(work: KnownWork, task: Task, options: ScoreOptions): TaskScores {
  const needs = taskNeeds(work, task);
  const areas = readAreas(work);
  const wanted = areas.ofTask(needs);
  const near = nearestTasks(work, task, needs.nodes);
  const hard = difficulty(near.nearest, closedCosts(work, near.peopleIn));

  const candidates = candidatesFor(work, task, options);
  const matches = matchShares(candidates);
  const chances = candidates.map(({ person }) => completionChance(near.taken.get(person) ?? []));
  const completions = completionShares(chances, hard.score);
  const interested = interests(areaActs(work, areas));
  const cooperating = cooperation(helpGiven(work));

  /** What does not depend on the others who could take the task. */
  const alone = (person: number, login: string): PersonScores => {
    const inAreas = wanted.map((area) => interested.get(area)?.get(person) ?? 0);
    return {
      login,
      interest: wanted.length === 0 ? 0 : orderlessSum(inAreas) / wanted.length,
      skill: 0,
      match: 0,
      completionChance: completionChance(near.taken.get(person) ?? []),
      completion: 0,
      cooperation: cooperating.get(person) ?? 0,
    };
  };
  const people = candidates.map(({ person, login, skill }, place) => {
    return { ...alone(person, login), skill, match: matches[place] ?? 0, completion: completions[place] ?? 0 };
  });
  return {
    difficulty: hard,
    demand: demandRows(areaDemands(work, areas, wanted)),
    people: chosen(people, options, (login) => alone(work.find(login) ?? 0, login)),
  };
}

function demandRows(demands: Map<string, Demand>): AreaDemand[] {
  const weeksOf = ({ weeks }: Demand) => weeks ?? Number.POSITIVE_INFINITY;
  const rows = [...demands].map(([key, found]) => ({ ...areaOf(key), ...found }));
  return rows.toSorted((a, b) => {
    const [inA, inB] = [weeksOf(a), weeksOf(b)];
    if (inA !== inB) return inA > inB ? -1 : 1;
    return areaKey(a) < areaKey(b) ? -1 : 1;
  });
}

/** Those who are asked for, candidates or not; else the best matches, equal ones by login. */
function chosen(
  people: PersonScores[],
  { logins, k = SHOWN }: ScoreOptions,
  stranger: (login: string) => PersonScores,
): PersonScores[] {
  if (logins === undefined) {
    return people.toSorted((a, b) => b.match - a.match || (a.login < b.login ? -1 : 1)).slice(0, k);
  }
  const byLogin = new Map(people.map((person) => [person.login.toLowerCase(), person]));
  return logins.map((login) => byLogin.get(login.toLowerCase()) ?? stranger(login));
}

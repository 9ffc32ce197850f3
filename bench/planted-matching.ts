import { type PersonScores, taskScores } from '../src/community/task-scores.ts';
import { emptyTask } from '../src/domain/task.ts';
import type { KnownWork } from '../src/match/known-work.ts';
import { createRepositoryModel } from '../src/match/repository-model.ts';
import { daysBetween, decayed } from '../src/match/score-decay.ts';
import { type PlantedCase, type PlantedTask, plantedCase } from './planted-case.ts';

/** How well people are chosen for tasks, by the skills that were planted. */
export interface MatchingRow {
  chosenBy: string;
  /** Mean planted skill of the first, and of the first three. */
  first: number;
  firstThree: number;
  /** Part of the tasks whose first is one of the five who are truly best. */
  amongBest: number;
}

const SEED = 2024;
const CAPACITY = 5;
const TRULY_BEST = 5;
/** One task of so many is asked about, two of each project. */
const ASKED_OF = 5;

type Ranking = (task: PlantedTask) => string[];

/** By our scores, beside chance, those who did most of late, and the truth itself. */
export function plantedMatching(seed = SEED): MatchingRow[] {
  const planted = plantedCase(seed);
  const world = { ...planted, tasks: planted.tasks.filter((_, at) => at % ASKED_OF === 0) };
  const model = createRepositoryModel();
  for (const fact of world.facts) model.learn(fact);
  const work = model.work(world.at);
  const scores = new Map(world.tasks.map((task) => [task, scoresOf(work, world, task)]));
  const by = (score: keyof Omit<PersonScores, 'login'>): Ranking => {
    return (task) => ranked(scores.get(task) ?? [], ({ [score]: value }) => value).map(({ login }) => login);
  };
  const active = mostActive(work, world.people);
  const best = (task: PlantedTask) => ranked(loginsOf(world), ({ login }) => world.truth(login, task));
  return [
    row('skill S(i,k)', by('skill'), world),
    row('match S_i', by('match'), world),
    row('finishing C(i,k)', by('completionChance'), world),
    row('interest I, mean over the areas', by('interest'), world),
    row('most active', () => active, world),
    chance(world),
    row('the truth', (task) => best(task).map(({ login }) => login), world),
  ];
}

function scoresOf(work: KnownWork, { people }: PlantedCase, { fact }: PlantedTask): PersonScores[] {
  const { id, type, title, labels, author } = fact;
  const task = { ...emptyTask, id, type, title, labels, author };
  return taskScores(work, task, { capacity: CAPACITY, k: people.length }).people;
}

function loginsOf({ people }: PlantedCase): { login: string }[] {
  return people.map((login) => ({ login }));
}

function ranked<Row extends { login: string }>(rows: readonly Row[], value: (row: Row) => number): Row[] {
  return rows.toSorted((a, b) => value(b) - value(a) || (a.login < b.login ? -1 : 1));
}

/** Whoever did most of late, whatever the task. */
function mostActive(work: KnownWork, people: string[]): string[] {
  const acts = new Map<string, number>();
  const count = (person: number, time: number) => {
    const login = work.login(person);
    acts.set(login, (acts.get(login) ?? 0) + decayed(daysBetween(time, work.at)));
  };
  for (const { author, reviewers, time } of work.changes) {
    for (const person of author === null ? reviewers : [author, ...reviewers]) count(person, time);
  }
  for (const { assignees, time } of work.threads) for (const person of assignees) count(person, time);
  return people.toSorted((a, b) => (acts.get(b) ?? 0) - (acts.get(a) ?? 0) || (a < b ? -1 : 1));
}

function row(chosenBy: string, ranking: Ranking, world: PlantedCase): MatchingRow {
  const { tasks, truth } = world;
  let [first, firstThree, amongBest] = [0, 0, 0];
  for (const task of tasks) {
    const chosen = ranking(task);
    const best = ranked(loginsOf(world), ({ login }) => truth(login, task)).slice(0, TRULY_BEST);
    first += truth(chosen[0] ?? '', task);
    firstThree += chosen.slice(0, 3).reduce((sum, login) => sum + truth(login, task) / 3, 0);
    if (best.some(({ login }) => login === chosen[0])) amongBest++;
  }
  const n = tasks.length;
  return { chosenBy, first: first / n, firstThree: firstThree / n, amongBest: amongBest / n };
}

/** What drawing lots would give in the long run. */
function chance({ people, tasks, truth }: PlantedCase): MatchingRow {
  let sum = 0;
  for (const task of tasks) for (const login of people) sum += truth(login, task);
  const mean = sum / (people.length * tasks.length);
  return { chosenBy: 'chance', first: mean, firstThree: mean, amongBest: TRULY_BEST / people.length };
}

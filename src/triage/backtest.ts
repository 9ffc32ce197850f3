import type { Fact } from '../domain/fact.ts';
import type { Task } from '../domain/task.ts';
import { createRepositoryModel, type RepositoryModel } from '../match/repository-model.ts';
import { createCalibration } from './calibration-error.ts';
import { createMostUsed } from './most-used.ts';
import { createRankingTally, type RankingScores } from './ranking-scores.ts';

export const BACKTEST_TASKS = ['reviewers', 'assignees', 'labels', 'related'] as const;

export type BacktestTask = (typeof BACKTEST_TASKS)[number];

export interface BacktestResult {
  task: BacktestTask;
  scores: RankingScores;
  /** Suggesting whoever or whatever was used most of late, on the same questions; null for related content. */
  naive: RankingScores | null;
  /** How many of the questions have no right answer that was ever seen before: they cannot but be missed. */
  unanswerable: number;
  /** Mean gap between probability and share of right answers, over tenths of probability; null for related content. */
  calibrationError: number | null;
}

/** A history told in the order of time; right answers are compared with, never learnt before the question. */
export interface Backtest {
  learn(fact: Fact): void;
  ask(task: Task, at: string, right: readonly string[]): void;
  result(): BacktestResult;
}

const ANSWERS = 10;
/** Probabilities are judged on about as many answers as are ever shown. */
const JUDGED_ANSWERS = 3;

export function createBacktest(task: BacktestTask): Backtest {
  const model = createRepositoryModel();
  const used = createMostUsed();
  const known = new Set<string>();
  const tally = createRankingTally();
  const naive = createRankingTally();
  const calibration = createCalibration();
  let unanswerable = 0;

  return {
    learn(fact) {
      model.learn(fact);
      for (const name of namesIn(fact)) known.add(name);
      if ('time' in fact) used.count(answersIn(fact, task), Date.parse(fact.time));
    },
    ask(question, at, right) {
      const answers = new Set(right);
      if (!right.some((name) => known.has(name))) unanswerable++;
      const given = answer(model, task, question, at);
      const names = given.map(({ name }) => name);
      tally.count(names, answers);
      naive.count(used.list(ANSWERS, task === 'reviewers' ? question.author : null), answers);
      for (const { name, probability } of given.slice(0, JUDGED_ANSWERS)) {
        calibration.count(probability, answers.has(name));
      }
    },
    result() {
      const judged = task !== 'related';
      return {
        task,
        scores: tally.scores(),
        naive: judged ? naive.scores() : null,
        unanswerable,
        calibrationError: judged ? calibration.error() : null,
      };
    },
  };
}

function answer(
  model: RepositoryModel,
  task: BacktestTask,
  question: Task,
  at: string,
): { name: string; probability: number }[] {
  const options = { at, k: ANSWERS };
  switch (task) {
    case 'reviewers':
    case 'assignees':
      return model[task](question, options).map(({ login, probability }) => ({ name: login, probability }));
    case 'labels':
      return model.labels(question, options);
    case 'related':
      return model.related(question, options).map(({ id }) => ({ name: id, probability: 0 }));
  }
}

/** What a fact says was the right answer to a task. */
export function answersIn(fact: Fact, task: BacktestTask): string[] {
  switch (fact.kind) {
    case 'change':
      return task === 'reviewers' ? fact.reviewers.filter((login) => login !== fact.author) : [];
    case 'thread':
      return task === 'assignees' || task === 'labels' ? fact[task] : [];
    case 'document':
    case 'link':
    case 'person':
      return [];
  }
}

/** Everything that can be an answer after the fact is known. */
function namesIn(fact: Fact): string[] {
  switch (fact.kind) {
    case 'change':
      return [...fact.reviewers, ...(fact.author === null ? [] : [fact.author])];
    case 'thread':
      return [fact.id, ...fact.labels, ...fact.assignees, ...fact.participants];
    case 'document':
      return [fact.id];
    case 'link':
    case 'person':
      return [];
  }
}

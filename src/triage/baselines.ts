import type { BacktestTask, BaselineKind } from '../domain/backtest-report.ts';
import type { Fact } from '../domain/fact.ts';
import type { Task } from '../domain/task.ts';
import type { Codeowners } from '../match/codeowners.ts';
import { ownersOf } from '../match/owners.ts';
import type { RepositoryModel } from '../match/repository-model.ts';
import { createMostUsed } from './most-used.ts';
import { createPathOwners } from './path-owners.ts';
import { answersIn } from './seen-before.ts';

/** The naive answers that a model has to beat. */
export interface Baselines {
  learn(fact: Fact): void;
  answer(question: Task, at: string): ReadonlyMap<BaselineKind, readonly string[]>;
}

export function createBaselines(
  task: BacktestTask,
  { k, related, codeowners }: { k: number; related: RepositoryModel['related']; codeowners: Codeowners | null },
): Baselines {
  const used = createMostUsed();
  const owners = createPathOwners();
  const given = new Map<string, string[]>();

  function learn(fact: Fact): void {
    const answers = answersIn(fact, task);
    if ('time' in fact) used.count(answers, Date.parse(fact.time));
    if (fact.kind === 'thread') given.set(fact.id, answers);
    if (fact.kind !== 'change' || task !== 'reviewers') return;
    const people = new Set(fact.author === null ? fact.reviewers : [fact.author, ...fact.reviewers]);
    owners.count(
      people,
      fact.files.map(({ path }) => path),
    );
  }

  function nearest(question: Task, at: string): string[] {
    const threads = related(question, { at, k: 2 * k });
    return [...new Set(threads.flatMap(({ id }) => given.get(id) ?? []))].slice(0, k);
  }

  return {
    learn,
    answer(question, at) {
      if (task === 'related') return new Map();
      const author = task === 'reviewers' ? question.author : null;
      const answers = new Map<BaselineKind, string[]>([['most-active', used.list(k, author)]]);
      if (task !== 'reviewers') return answers.set('nearest-thread', nearest(question, at));
      const paths = question.files.map(({ path }) => path);
      answers.set('path-owners', owners.list(paths, k, author));
      if (codeowners !== null) answers.set('codeowners', ownersByShare(paths, codeowners, author).slice(0, k));
      return answers;
    },
  };
}

function ownersByShare(paths: string[], codeowners: Codeowners, author: string | null): string[] {
  return [...ownersOf(paths, codeowners).values()]
    .filter(({ login }) => login.toLowerCase() !== author?.toLowerCase())
    .toSorted((a, b) => b.share - a.share || (a.login < b.login ? -1 : 1))
    .map(({ login }) => login);
}

import type { BacktestTask } from '../domain/backtest-report.ts';
import type { Fact } from '../domain/fact.ts';
import { parentOf } from './per-directory.ts';

/** What was ever seen, so that a question can be told to be about something new. */
export interface SeenBefore {
  learn(fact: Fact): void;
  /** Whether it could be an answer. */
  name(name: string): boolean;
  person(login: string): boolean;
  /** Whether none of the files lies in a directory of which a file was touched; false without files. */
  newDirectory(paths: readonly string[]): boolean;
  /** Facts that had an answer. */
  answered(): number;
}

export function createSeenBefore(task: BacktestTask): SeenBefore {
  const names = new Set<string>();
  const people = new Set<string>();
  const directories = new Set<string>();
  let answered = 0;

  function see(path: string): void {
    for (let at = parentOf(path); !directories.has(at); at = parentOf(at)) directories.add(at);
  }

  return {
    learn(fact) {
      const persons = peopleIn(fact);
      for (const login of persons) people.add(login);
      for (const name of [...persons, ...thingsIn(fact)]) names.add(name);
      if (fact.kind === 'change') for (const { path } of fact.files) see(path);
      if (task === 'related' ? fact.kind === 'link' : answersIn(fact, task).length > 0) answered++;
    },
    name: (name) => names.has(name),
    person: (login) => people.has(login),
    newDirectory: (paths) => paths.length > 0 && !paths.some((path) => directories.has(parentOf(path))),
    answered: () => answered,
  };
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

function peopleIn(fact: Fact): string[] {
  switch (fact.kind) {
    case 'change':
      return [...fact.reviewers, ...(fact.author === null ? [] : [fact.author])];
    case 'thread':
      return [...fact.assignees, ...fact.participants, ...(fact.author === null ? [] : [fact.author])];
    case 'document':
    case 'link':
    case 'person':
      return [];
  }
}

/** Besides people, what can be an answer after the fact is known. */
function thingsIn(fact: Fact): string[] {
  switch (fact.kind) {
    case 'thread':
      return [fact.id, ...fact.labels];
    case 'document':
      return [fact.id];
    case 'change':
    case 'link':
    case 'person':
      return [];
  }
}

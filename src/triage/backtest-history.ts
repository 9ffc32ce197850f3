import type { BacktestReport, BacktestTask } from '../domain/backtest-report.ts';
import type { ChangeFact, Fact, LinkFact, ThreadFact } from '../domain/fact.ts';
import { emptyTask, type Task } from '../domain/task.ts';
import { rested } from '../match/rested.ts';
import { finish, type Steps } from '../match/steps.ts';
import { type Backtest, type BacktestSource, createBacktest } from './backtest.ts';
import { answersIn } from './seen-before.ts';

export interface HistoryOptions extends BacktestSource {
  task: BacktestTask;
  /** Only the newest questions count, at most so many. */
  questions: number;
  /** What comes between so many questions that count is learnt after them, since learning costs more than asking. */
  learnEvery?: number;
  /** Told now and then how far it is. */
  progress?: (done: number, total: number) => void;
}

/** Something that is learnt at a time, after the question it answers. */
interface Event {
  time: number;
  question: { task: Task; at: string; right: string[] } | null;
  learn: Fact;
}

const PROGRESS_EVERY = 500;
const FACTS_A_PIECE = 100;

/**
 * Replays a history forward in time: each change and thread is asked about as it was when it came, and learnt after.
 * A thread is first learnt as filed (no labels, assignees or participants); how it ended is learnt when it closed.
 */
export function backtestHistory(facts: readonly Fact[], options: HistoryOptions): BacktestReport {
  return finish(backtestSteps(facts, options));
}

export function* backtestSteps(facts: readonly Fact[], options: HistoryOptions): Steps<BacktestReport> {
  const { task, questions, learnEvery = 1, progress } = options;
  const backtest = createBacktest(task, options);
  yield* rested(facts, FACTS_A_PIECE, (fact) => {
    if (!('time' in fact)) backtest.learn(fact);
  });
  const events = eventsOf(facts, task);
  yield;
  let toSkip = Math.max(0, events.filter(({ question }) => question !== null).length - questions);
  const telling = createTelling(backtest, learnEvery);
  for (const [at, { question, learn }] of events.entries()) {
    yield* telling.catchUp(question !== null);
    if (question !== null && toSkip-- > 0) backtest.rehearse(question.task, question.at, question.right);
    else if (question !== null) yield* telling.ask(question);
    telling.learnLater(learn);
    if (at % PROGRESS_EVERY === 0) progress?.(at, events.length);
  }
  progress?.(events.length, events.length);
  return backtest.report();
}

/** Lets what happened wait until so many questions were asked. */
function createTelling(backtest: Backtest, learnEvery: number) {
  const waiting: Fact[] = [];
  let asked = 0;
  const isDue = () => asked % learnEvery === 0;
  return {
    learnLater: (fact: Fact) => void waiting.push(fact),
    *catchUp(isAsked: boolean): Steps<void> {
      if (!isDue() || !(isAsked || waiting.length >= FACTS_A_PIECE)) return;
      for (const fact of waiting.splice(0)) backtest.learn(fact);
      yield;
    },
    *ask({ task, at, right }: NonNullable<Event['question']>): Steps<void> {
      if (isDue()) yield* backtest.settle();
      backtest.ask(task, at, right);
      asked++;
      yield;
    },
  };
}

function eventsOf(facts: readonly Fact[], task: BacktestTask): Event[] {
  const linked = partnersOf(facts.filter((fact) => fact.kind === 'link'));
  // Sorting is stable: what has the same time stays in the order of the facts.
  return facts
    .flatMap((fact) => eventsOfFact(fact, task, linked))
    .filter(({ time }) => !Number.isNaN(time))
    .toSorted((a, b) => a.time - b.time);
}

function eventsOfFact(fact: Fact, task: BacktestTask, linked: Map<string, string[]>): Event[] {
  switch (fact.kind) {
    case 'change':
      return [changeEvent(fact, answersIn(fact, task))];
    case 'thread':
      return threadEvents(fact, task === 'related' ? (linked.get(fact.id) ?? []) : answersIn(fact, task));
    case 'link':
      return [{ time: Date.parse(fact.time), question: null, learn: fact }];
    case 'document':
    case 'person':
      return [];
  }
}

function changeEvent(fact: ChangeFact, right: string[]): Event {
  const { time } = fact;
  const question = right.length === 0 ? null : { task: taskBefore(fact), at: time, right };
  return { time: Date.parse(time), learn: fact, question };
}

/** What is asked about a fact: all but its answers. */
export function taskBefore(fact: ChangeFact | ThreadFact): Task {
  const { id, author, title, body } = fact;
  if (fact.kind === 'thread') return { ...emptyTask, type: fact.type, id, author, title, body };
  return { ...emptyTask, type: 'change', id, author, files: fact.files, title, body };
}

function threadEvents(fact: ThreadFact, right: string[]): Event[] {
  const { time, closedAt } = fact;
  const filed: Event = {
    time: Date.parse(time),
    question: right.length === 0 ? null : { task: taskBefore(fact), at: time, right },
    learn: { ...fact, labels: [], assignees: [], participants: [], state: 'open', closedAt: null, outcome: null },
  };
  if (fact.state === 'open') return [filed];
  if (closedAt === null) return [{ ...filed, learn: fact }];
  return [filed, { time: Date.parse(closedAt), question: null, learn: fact }];
}

/** By thread, what it was found to be a duplicate of or related to. */
function partnersOf(links: LinkFact[]): Map<string, string[]> {
  const partners = new Map<string, string[]>();
  for (const { from, to } of links) {
    partners.set(from, [...(partners.get(from) ?? []), to]);
    partners.set(to, [...(partners.get(to) ?? []), from]);
  }
  return partners;
}

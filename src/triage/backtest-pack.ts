import type { BacktestReport, BacktestTask } from '../domain/backtest-report.ts';
import { type Fact, factId } from '../domain/fact.ts';
import type { Task } from '../domain/task.ts';
import { type Backtest, type BacktestSource, createBacktest } from './backtest.ts';
import { taskBefore } from './backtest-history.ts';
import { parseTruth } from './pack-truth.ts';
import { answersIn } from './seen-before.ts';
import { parseStreamLine } from './stream-line.ts';

/** A pack is a stream with, after each question, a line that tells the right answers. */
export interface PackBacktest {
  /** Takes the next line. Throws a PackError where it is not understood. */
  read(line: string): void;
  report(): BacktestReport;
}

/** The pack has to be mended; `message` says which line and why. */
export class PackError extends Error {
  override name = 'PackError';
}

export function createPackBacktest(task: BacktestTask, source: BacktestSource = {}): PackBacktest {
  const backtest: Backtest = createBacktest(task, source);
  const open = new Map<string | number, { item: Task; time: string }>();
  const learnt = new Set<string>();
  let justAsked = false;
  let number = 0;

  function learn(fact: Fact): void {
    const key = `${fact.kind} ${factId(fact)}`;
    const right = answersIn(fact, task);
    const unasked = !justAsked && !learnt.has(key) && (fact.kind === 'change' || fact.kind === 'thread');
    if (unasked && right.length > 0) backtest.rehearse(taskBefore(fact), fact.time, right);
    justAsked = false;
    learnt.add(key);
    backtest.learn(fact);
  }

  return {
    read(line) {
      number++;
      if (line.trim() === '') return;
      const answered = parseTruth(line);
      if (answered !== null) {
        const question = open.get(answered.id);
        const right = answered[task];
        open.delete(answered.id);
        if (question === undefined || right === undefined) return;
        backtest.ask(question.item, question.time, right);
        justAsked = true;
        return;
      }
      const parsed = parseStreamLine(line);
      if (typeof parsed === 'string') throw new PackError(`line ${number}: ${parsed}`);
      if ('fact' in parsed) learn(parsed.fact);
      else open.set(parsed.query.id, parsed.query);
    },
    report: backtest.report,
  };
}

import type { RepositoryConfig } from '../config/repository-config.ts';
import type { BacktestReport, BacktestTask } from '../domain/backtest-report.ts';
import type { Fact } from '../domain/fact.ts';
import type { RightKind } from '../domain/retrieval.ts';
import type { EvidenceCount } from '../domain/review-evidence.ts';
import type { Task } from '../domain/task.ts';
import type { Codeowners } from '../match/codeowners.ts';
import { readTime } from '../match/read-time.ts';
import { createRepositoryModel, type RepositoryModel } from '../match/repository-model.ts';
import type { Steps } from '../match/steps.ts';
import type { AskedQuestion, GivenAnswer } from './asked-question.ts';
import { backtestReport } from './backtest-report.ts';
import { createBaselines } from './baselines.ts';
import { YOUNG_BELOW } from './cold-start.ts';
import { commonDirectory } from './per-directory.ts';
import { namesOf } from './score-questions.ts';
import { createSeenBefore } from './seen-before.ts';
import { createSpreadTrial } from './spread-effect.ts';

export const BACKTEST_TASKS = ['reviewers', 'assignees', 'labels', 'related'] as const satisfies BacktestTask[];

export interface BacktestSource {
  /** Where the repository has the file: as it stands at the end, so a baseline only, never evidence. */
  codeowners?: Codeowners;
  evidence?: EvidenceCount[];
  /** What is shown of the answers; absent: by the default configuration. */
  config?: Pick<RepositoryConfig, BacktestTask>;
  /** Told of each question that counts, with what was asked. */
  asked?: (asked: { question: AskedQuestion; task: Task }) => void;
}

/** A history told in the order of time; right answers are compared with, never learnt before the question. */
export interface Backtest {
  learn(fact: Fact): void;
  ask(task: Task, at: string, right: readonly string[]): void;
  /** A question that does not count, asked only while the repository is young, to see how it begins. */
  rehearse(task: Task, at: string, right: readonly string[]): void;
  /** Does what learning left to do, so that no question has to, in pieces. */
  settle(): Steps<void>;
  report(): BacktestReport;
}

const ANSWERS = 10;
/** Of labels all, so that each can be judged at every threshold. */
const ALL_LABELS = 1000;

export function createBacktest(task: BacktestTask, source: BacktestSource = {}): Backtest {
  const model = createRepositoryModel();
  const seen = createSeenBefore(task);
  const baselines = createBaselines(task, {
    k: ANSWERS,
    related: model.related,
    codeowners: source.codeowners ?? null,
  });
  const spread = task === 'reviewers' ? createSpreadTrial() : null;
  const asked: AskedQuestion[] = [];

  function ask(question: Task, at: string, right: readonly string[], { counted }: { counted: boolean }): void {
    const paths = question.files.map(({ path }) => path);
    const time = readTime(at) ?? Number.NaN;
    const answers = new Set(right);
    const given = answer(model, task, question, at);
    if (counted && spread !== null) {
      const on = model.reviewers(question, { at, k: ANSWERS, spreadKnowledge: true });
      spread.ask({ paths, time, right: answers }, { off: namesOf(given), on: on.map(({ login }) => login) });
    }
    const one: AskedQuestion = {
      time,
      right: answers,
      kinds: task === 'related' ? kindsOf(right, model) : new Map(),
      given,
      naive: counted ? baselines.answer(question, at) : new Map(),
      directory: commonDirectory(paths),
      known: seen.answered(),
      answerable: right.some(seen.name),
      newDirectory: seen.newDirectory(paths),
      newAuthor: question.author !== null && !seen.person(question.author),
      counted,
    };
    asked.push(one);
    if (counted) source.asked?.({ question: one, task: question });
  }

  return {
    learn(fact) {
      model.learn(fact);
      seen.learn(fact);
      baselines.learn(fact);
      spread?.learn(fact);
    },
    ask: (question, at, right) => ask(question, at, right, { counted: true }),
    rehearse(question, at, right) {
      if (seen.answered() < YOUNG_BELOW) ask(question, at, right, { counted: false });
    },
    settle: () => model.settle(task === 'related' ? [] : [task]),
    report() {
      const { evidence = [], config } = source;
      return backtestReport(task, asked, { evidence, spread: spread?.effect() ?? null }, config);
    },
  };
}

function kindsOf(names: readonly string[], model: RepositoryModel): ReadonlyMap<string, RightKind> {
  return new Map(names.map((name) => [name, model.content(name)?.kind ?? 'unknown']));
}

function answer(model: RepositoryModel, task: BacktestTask, question: Task, at: string): GivenAnswer[] {
  const options = { at, k: ANSWERS };
  switch (task) {
    case 'reviewers':
    case 'assignees':
      return model[task](question, options).map(({ login, probability }) => ({ name: login, probability }));
    case 'labels':
      return model.labels(question, { at, k: ALL_LABELS }).map(({ reasons: _reasons, ...label }) => label);
    case 'related':
      return model.related(question, options).map(({ id }) => ({ name: id, probability: 0 }));
  }
}

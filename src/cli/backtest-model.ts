import { count } from '../comment/backtest-words.ts';
import type { BacktestTask } from '../domain/backtest-report.ts';
import type { ModelComparison } from '../domain/model-comparison.ts';
import { type AskedText, compareModel, notConfigured } from '../triage/compare-model.ts';
import { UsageError } from './fail.ts';
import { labelsModelName, openLabelsModel } from './labels-model.ts';
import { timedProgress } from './progress.ts';

export interface ModelTrial {
  /** Told of each question; the newest ones are kept. */
  asked(one: AskedText): void;
  /** null where no model is asked for. Texts leave this process here, and nowhere else in a back-test. */
  compare(): Promise<ModelComparison | null>;
}

export interface ModelOptions {
  model?: string | true;
  modelQuestions?: string;
}

const QUESTIONS = 200;
const MOST_QUESTIONS = 100_000;

/** @throws UsageError, SettingsError before anything is replayed */
export function modelTrial(task: BacktestTask, { model, modelQuestions }: ModelOptions): ModelTrial {
  if (model === undefined) {
    if (modelQuestions !== undefined) throw new UsageError('--model-questions goes with --model');
    return { asked: () => undefined, compare: async () => null };
  }
  if (task !== 'labels') throw new UsageError(`--model goes with --task labels, not ${task}`);
  const limit = modelQuestions === undefined ? QUESTIONS : questionsOf(modelQuestions);
  const name = labelsModelName(model);
  const opened = openLabelsModel(name);
  const latest: AskedText[] = [];
  return {
    asked(one) {
      if (opened === null) return;
      latest.push(one);
      if (latest.length >= 2 * limit) latest.splice(0, latest.length - limit);
    },
    async compare() {
      if (opened === null) return notConfigured(name);
      const line = timedProgress();
      const progress = (done: number, total: number) =>
        line.update(`asking ${name}`, done / Math.max(1, total), `${count(done)} of ${count(total)}`);
      try {
        return await compareModel(latest.slice(-limit), { ...opened, progress });
      } finally {
        line.end();
      }
    },
  };
}

function questionsOf(text: string): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= MOST_QUESTIONS) return number;
  throw new UsageError(`--model-questions ${text} is not a whole number from 1 to ${MOST_QUESTIONS}`);
}

import type { RepositoryConfig } from '../config/repository-config.ts';
import type { BacktestReport, BacktestTask } from '../domain/backtest-report.ts';
import type { Fact } from '../domain/fact.ts';
import type { QualityPart, QualityReport } from '../domain/quality-part.ts';
import type { Steps } from '../match/steps.ts';
import type { AskedQuestion } from './asked-question.ts';
import { BACKTEST_TASKS } from './backtest.ts';
import { backtestSteps } from './backtest-history.ts';
import { labelThresholds } from './label-thresholds.ts';

/** However long the history is, about as much is asked of it. */
const QUESTIONS = 200;
const LEARN_EVERY = 20;
/** Fewer say nothing. */
const ENOUGH = 20;

/** Asks the newest part of a history what it would have been told, task by task, with what is shown as configured. */
export function* qualityOf(
  facts: readonly Fact[],
  config: Pick<RepositoryConfig, BacktestTask>,
  { questions = QUESTIONS, learnEvery = LEARN_EVERY } = {},
): Steps<QualityPart> {
  const reports: QualityReport[] = [];
  const ofLabels: AskedQuestion[] = [];
  for (const task of BACKTEST_TASKS) {
    const asked = ({ question }: { question: AskedQuestion }) => {
      if (task === 'labels') ofLabels.push(question);
    };
    const report = yield* backtestSteps(facts, { task, questions, learnEvery, config, asked });
    if (report.scores.questions >= ENOUGH) reports.push(withoutPeople(report));
    yield;
  }
  const thresholds = ofLabels.length < ENOUGH ? [] : labelThresholds(ofLabels, config.labels);
  return { questions, learnEvery, reports, thresholds };
}

function withoutPeople(report: BacktestReport): QualityReport {
  const {
    people: _p,
    directories: _d,
    coldStart: _c,
    spread: _s,
    evidence: _e,
    model: _m,
    naive: _n,
    ...told
  } = report;
  return told;
}

import { defaultConfig, type RepositoryConfig } from '../config/repository-config.ts';
import type { BacktestReport, BacktestTask, Baseline, BaselineKind } from '../domain/backtest-report.ts';
import { meanInterval, shareInterval } from '../match/confidence.ts';
import type { AskedQuestion } from './asked-question.ts';
import { coldStart } from './cold-start.ts';
import { coverageCurve } from './coverage-curve.ts';
import { labelsReport } from './labels-report.ts';
import { perDirectory } from './per-directory.ts';
import { perPerson } from './per-person.ts';
import { reciprocalRank } from './ranking-scores.ts';
import { reliability } from './reliability.ts';
import { retrievalScores } from './retrieval-scores.ts';
import { namesBy, scoreQuestions } from './score-questions.ts';
import { isoTime, scoreSpans } from './score-spans.ts';

export function backtestReport(
  task: BacktestTask,
  asked: readonly AskedQuestion[],
  { evidence, spread }: Pick<BacktestReport, 'evidence' | 'spread'>,
  config: Pick<RepositoryConfig, BacktestTask> = defaultConfig,
): BacktestReport {
  const questions = asked.filter(({ counted }) => counted);
  const promises = task !== 'related';
  // Without thresholds every related thread counts as shown.
  const limits = task === 'related' ? { minPrecision: 0, max: config.related.max } : config[task];
  const reliable = promises ? reliability(questions) : null;
  const scores = scoreQuestions(questions, 'model');
  const baselines = baselinesOf(questions);
  return {
    task,
    ...timesOf(questions),
    scores,
    confidence: {
      top1: shareInterval(scores.top1 * questions.length, questions.length),
      mrr: meanInterval(questions.map((question) => reciprocalRank(namesBy(question, 'model'), question.right))),
    },
    naive: promises ? (baselines[0]?.scores ?? scoreQuestions([], 'model')) : null,
    baselines,
    unanswerable: questions.filter(({ answerable }) => !answerable).length,
    calibrationError: reliable?.error ?? null,
    tenths: reliable?.tenths ?? [],
    shown: promises ? coverageCurve(questions, limits) : null,
    spans: scoreSpans(questions),
    people: promises ? perPerson(questions, limits) : [],
    directories: perDirectory(questions),
    coldStart: promises ? coldStart(asked) : [],
    spread,
    evidence,
    labels: task === 'labels' ? labelsReport(questions, limits) : null,
    retrieval: task === 'related' ? retrievalScores(questions) : [],
    model: null,
  };
}

function timesOf(questions: readonly AskedQuestion[]): Pick<BacktestReport, 'from' | 'to'> {
  const times = questions.map(({ time }) => time).filter((time) => !Number.isNaN(time));
  if (times.length === 0) return { from: null, to: null };
  return { from: isoTime(Math.min(...times)), to: isoTime(Math.max(...times)) };
}

function baselinesOf(questions: readonly AskedQuestion[]): Baseline[] {
  const kinds = new Set<BaselineKind>(questions.flatMap(({ naive }) => [...naive.keys()]));
  const baselines = [...kinds].map((kind) => ({ kind, scores: scoreQuestions(questions, kind) }));
  // Never right at all: the logins of CODEOWNERS are not what the history calls people, which says nothing of owners.
  return baselines.filter(({ kind, scores }) => kind !== 'codeowners' || scores.mrr > 0);
}

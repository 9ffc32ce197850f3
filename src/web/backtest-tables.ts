import { askedNoun, BASELINES, coldName, count, day, percent, score } from '../comment/backtest-words.ts';
import type { BacktestReport, Shown } from '../domain/backtest-report.ts';
import type { RankingScores } from '../domain/ranking-scores.ts';
import type { SpreadEffect, SpreadOutcome } from '../domain/spread-effect.ts';
import type { ReportTable } from './report-table.ts';

const RANKING = ['top-1', 'top-3', 'top-5', 'MRR', 'recall@5'];

export function rankingTable({ scores, baselines }: BacktestReport): ReportTable {
  return {
    rows: 'Answers by',
    columns: RANKING,
    body: [
      ['CommScore', ...cells(scores)],
      ...baselines.map((baseline) => [BASELINES[baseline.kind], ...cells(baseline.scores)]),
    ],
  };
}

export function coverageTable({ task }: BacktestReport, { curve, minPrecision }: Shown): ReportTable {
  return {
    rows: 'minPrecision',
    columns: ['spoken on', askedNoun(task), 'right', 'promised', 'shown'],
    body: curve.map((point) => [
      `${point.minPrecision.toFixed(2)}${point.minPrecision === minPrecision ? ' (default)' : ''}`,
      percent(point.coverage),
      count(point.answered),
      percent(point.precision),
      percent(point.promised),
      `${count(point.right)} of ${count(point.shown)}`,
    ]),
  };
}

export function reliabilityTable({ tenths }: BacktestReport): ReportTable {
  return {
    rows: 'Probability',
    columns: ['promised', 'came true', 'answers'],
    body: tenths.map((tenth) => [
      `${tenth.from.toFixed(1)} to ${(tenth.from + 0.1).toFixed(1)}`,
      percent(tenth.promised),
      percent(tenth.cameTrue),
      count(tenth.count),
    ]),
  };
}

export function timeTable({ spans }: BacktestReport): ReportTable {
  return {
    rows: 'Asked',
    columns: ['questions', 'top-1', 'MRR', `MRR of ${BASELINES['most-active']}`],
    body: spans.map((span) => [
      `${day(span.from)} to ${day(span.to)}`,
      count(span.questions),
      score(span.top1),
      score(span.mrr),
      score(span.naiveMrr),
    ]),
  };
}

export function coldTable({ coldStart }: BacktestReport): ReportTable {
  return {
    rows: 'Where',
    columns: ['questions', ...RANKING],
    body: coldStart
      .filter(({ scores }) => scores.questions > 0)
      .map((cold) => [coldName(cold), count(cold.scores.questions), ...cells(cold.scores)]),
  };
}

export function spreadTable(spread: SpreadEffect): ReportTable {
  const row = (name: string, { filesAtRisk, gini, scores }: SpreadOutcome) => [
    name,
    count(filesAtRisk),
    gini.toFixed(3),
    score(scores.top1),
    score(scores.mrr),
  ];
  return {
    rows: 'Reviews',
    columns: ['files at risk', 'Gini of load', 'top-1', 'MRR'],
    body: [
      ['as they really went', count(spread.filesAtRisk), spread.giniOfReviews.toFixed(3), '', ''],
      row('spreadKnowledge: false', spread.off),
      row('spreadKnowledge: true', spread.on),
    ],
  };
}

/** The worst first: that is what a maintainer has to know. */
export function directoryTable({ directories }: BacktestReport): ReportTable {
  const worstFirst = directories.toSorted((a, b) => a.mrr - b.mrr || (a.path < b.path ? -1 : 1));
  return {
    rows: 'Directory',
    columns: ['questions', 'top-1', 'MRR'],
    body: worstFirst.map(({ path, questions, top1, mrr }) => [
      path === '' ? '(across directories)' : path,
      count(questions),
      score(top1),
      score(mrr),
    ]),
  };
}

export function peopleTable({ people }: BacktestReport): ReportTable {
  return {
    rows: 'Name',
    columns: ['right answer', 'suggested', 'precision', 'recall', 'share of right answers', 'share of suggestions'],
    body: people.map((it) => [
      it.name,
      count(it.right),
      count(it.suggested),
      percent(it.precision),
      percent(it.recall),
      percent(it.shareOfWork),
      percent(it.shareOfSuggestions),
    ]),
  };
}

function cells({ top1, top3, top5, mrr, recall5 }: RankingScores): string[] {
  return [top1, top3, top5, mrr, recall5].map(score);
}

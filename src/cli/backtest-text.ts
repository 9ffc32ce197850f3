import {
  answerNoun,
  askedNoun,
  BASELINES,
  count,
  day,
  evidenceSentences,
  percent,
  promiseSentences,
  summary,
} from '../comment/backtest-words.ts';
import type { BacktestReport } from '../domain/backtest-report.ts';
import type { RankingScores } from '../domain/ranking-scores.ts';
import {
  coldSection,
  directorySection,
  peopleSection,
  scoreCells,
  spreadSection,
  timeSection,
} from './backtest-sections.ts';
import { bar, wrap } from './drawn.ts';
import { labelSections, modelSection, retrievalSection } from './label-sections.ts';
import { numberTable, printable } from './table.ts';

const COLUMNS = 100;

/** The report on a terminal: what matters first, then section by section. */
export function backtestText(source: string, report: BacktestReport): string {
  const { task, from, to, scores } = report;
  const when = from === null || to === null ? '' : `, ${day(from)} to ${day(to)}`;
  const sections = [
    rankingSection(report),
    retrievalSection(report),
    modelSection(report),
    ...labelSections(report),
    coverageSection(report),
    calibrationSection(report),
    timeSection(report),
    coldSection(report),
    spreadSection(report),
    directorySection(report),
    peopleSection(report),
  ];
  return [
    wrap(
      printable(`${task}: ${count(scores.questions)} ${questions(scores)} of ${source}, forward in time${when}`),
      COLUMNS,
    ),
    '',
    ...summary(report).map((sentence) => wrap(sentence, COLUMNS)),
    ...evidenceLines(report),
    ...sections.flatMap(([title = '', ...body]) => (body.length === 0 ? [] : ['', title, ...body])),
  ].join('\n');
}

function questions({ questions: number }: RankingScores): string {
  return number === 1 ? 'question' : 'questions';
}

function evidenceLines(report: BacktestReport): string[] {
  const told = evidenceSentences(report);
  if (told.length === 0) return [];
  return [wrap(`Who reviewed was read from the commits: ${told.join('; ')}.`, COLUMNS)];
}

function rankingSection({ scores, confidence, baselines }: BacktestReport): string[] {
  const { top1, mrr } = confidence;
  const range = ({ low, high }: { low: number; high: number }) => `${low.toFixed(2)}-${high.toFixed(2)}`;
  return [
    'HOW OFTEN A RIGHT ANSWER IS AT THE TOP',
    numberTable([
      ['', 'top-1', 'top-3', 'top-5', 'MRR', 'recall@5'],
      ['CommScore', ...scoreCells(scores)],
      ['  95% interval', range(top1), '', '', range(mrr), ''],
      ...baselines.map((baseline) => [BASELINES[baseline.kind], ...scoreCells(baseline.scores)]),
    ]),
  ];
}

function coverageSection({ task, shown }: BacktestReport): string[] {
  if (shown === null) return [];
  const { curve, max, minPrecision } = shown;
  // Every second step says it all on a terminal.
  const points = curve.filter((point, at) => at % 2 === 1 || point.minPrecision === minPrecision);
  const rows = points.map((point) => [
    `${point.minPrecision.toFixed(2)}${point.minPrecision === minPrecision ? ' default' : ''}`,
    percent(point.coverage),
    count(point.answered),
    percent(point.precision),
    percent(point.promised),
    `${count(point.right)} of ${count(point.shown)}`,
  ]);
  return [
    `HOW OFTEN IT SPEAKS AND IS RIGHT, BY minPrecision (at most ${max} ${answerNoun(task)} each)`,
    numberTable([['', 'spoken on', askedNoun(task), 'right', 'promised', 'shown'], ...rows]),
  ];
}

function calibrationSection(report: BacktestReport): string[] {
  const sentences = promiseSentences(report);
  if (sentences.length === 0) return [];
  const rows = report.tenths.map(({ from, count: of, promised, cameTrue }) => [
    `${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}`,
    percent(promised),
    percent(cameTrue),
    count(of),
  ]);
  const drawn = numberTable([['probability', 'promised', 'came true', 'answers'], ...rows]).split('\n');
  const bars = ['', ...report.tenths.map(({ cameTrue }) => bar(cameTrue ?? 0, 30))];
  return [
    'WHETHER PROBABILITIES MEAN WHAT THEY SAY',
    ...drawn.map((line, at) => `${line}  ${bars[at] ?? ''}`.trimEnd()),
    ...sentences.map((sentence) => wrap(sentence, COLUMNS)),
  ];
}

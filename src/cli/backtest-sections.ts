import { answerNoun, BASELINES, count, percent, score } from '../comment/backtest-words.ts';
import type { BacktestReport } from '../domain/backtest-report.ts';
import type { RankingScores } from '../domain/ranking-scores.ts';
import { coldTable, spreadTable } from '../web/backtest-tables.ts';
import { cut, sparkline } from './drawn.ts';
import { numberTable } from './table.ts';

/** Sections of the report: a title and lines, empty where there is nothing to tell. */

const PEOPLE = 15;
const WORST = 10;
const NAME_COLUMNS = 34;

export function scoreCells({ top1, top3, top5, mrr, recall5 }: RankingScores): string[] {
  return [top1, top3, top5, mrr, recall5].map(score);
}

export function timeSection({ spans, naive }: BacktestReport): string[] {
  const [first] = spans;
  if (first === undefined || spans.length < 2) return [];
  const line = (name: string, values: number[]) =>
    `${name.padEnd(20)}  ${sparkline(values)}  ${score(Math.min(...values))} to ${score(Math.max(...values))}`;
  return [
    `MRR OVER TIME (${spans.length} spans of about ${first.questions} questions)`,
    line(
      'CommScore',
      spans.map(({ mrr }) => mrr),
    ),
    ...(naive === null
      ? []
      : [
          line(
            BASELINES['most-active'],
            spans.map(({ naiveMrr }) => naiveMrr ?? 0),
          ),
        ]),
  ];
}

export function coldSection(report: BacktestReport): string[] {
  const { columns, body } = coldTable(report);
  return body.length === 0 ? [] : ['WHERE LITTLE IS KNOWN', numberTable([['', ...columns], ...body])];
}

export function spreadSection({ spread }: BacktestReport): string[] {
  if (spread === null) return [];
  const { columns, body } = spreadTable(spread);
  return [
    'WHO WOULD KNOW WHAT, HAD THOSE SUGGESTED REVIEWED (files at risk: known to at most one)',
    numberTable([['', ...columns], ...body]),
  ];
}

export function directorySection({ directories }: BacktestReport): string[] {
  if (directories.length < 2) return [];
  const worst = directories.toSorted((a, b) => a.mrr - b.mrr || (a.path < b.path ? -1 : 1)).slice(0, WORST);
  const rows = worst.map(({ path, questions: of, top1, mrr }) => [
    cut(path === '' ? '(across directories)' : path, 60, 'start'),
    count(of),
    score(top1),
    score(mrr),
  ]);
  return [
    'DIRECTORIES, WORST FIRST',
    numberTable([['', 'questions', 'top-1', 'MRR'], ...rows]),
    ...more(directories.length - rows.length, 'directories that do better'),
  ];
}

/** Labels are told of by their classification report instead. */
export function peopleSection({ task, people }: BacktestReport): string[] {
  if (people.length === 0 || task === 'labels') return [];
  const rows = people
    .slice(0, PEOPLE)
    .map((it) => [
      cut(it.name, NAME_COLUMNS, 'end'),
      count(it.right),
      count(it.suggested),
      percent(it.precision),
      percent(it.recall),
      percent(it.shareOfWork),
      percent(it.shareOfSuggestions),
    ]);
  return [
    `${answerNoun(task).toUpperCase()}, MOST OFTEN RIGHT FIRST (suggested: shown by default)`,
    numberTable([['', 'right', 'suggested', 'precision', 'recall', 'of all right', 'of suggested'], ...rows]),
    ...more(people.length - rows.length, `${answerNoun(task)} less often right`),
  ];
}

function more(number: number, noun: string): string[] {
  return number > 0 ? [`and ${count(number)} more ${noun}`] : [];
}

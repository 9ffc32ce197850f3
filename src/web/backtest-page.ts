import { createHash } from 'node:crypto';
import {
  answerNoun,
  count,
  day,
  evidenceSentences,
  percent,
  pointAt,
  promiseSentences,
  score,
  summary,
} from '../comment/backtest-words.ts';
import type { BacktestReport } from '../domain/backtest-report.ts';
import { coverageChart, reliabilityChart, timeChart } from './backtest-charts.ts';
import {
  coldTable,
  coverageTable,
  directoryTable,
  peopleTable,
  rankingTable,
  reliabilityTable,
  spreadTable,
  timeTable,
} from './backtest-tables.ts';
import { type Html, html, trusted } from './html.ts';
import { labelSections } from './label-sections.ts';
import { section } from './layout.ts';
import { REPORT_STYLE } from './report-style.ts';
import { reportTable } from './report-table.ts';

const LONG = 20;

/** The page loads nothing and runs nothing; of styles only the one in it counts. */
const STYLE_HASH = createHash('sha256').update(REPORT_STYLE).digest('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** A report as one page that stands alone: it can be mailed, printed and kept. */
export function backtestPage(source: string, report: BacktestReport): Html {
  const title = `Back-test of ${report.task}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} · ${source}</title>
<style>${trusted(REPORT_STYLE)}</style>
</head>
<body>
<main>
<h1>${title}: <bdi>${source}</bdi></h1>
${head(report)}
${section('ranking', 'How often a right answer is at the top', reportTable(rankingTable(report)))}
${labelSections(report)}
${curves(report)}
${lists(report)}
<footer>Each question was asked as it was when it came, before its answer was learnt. Made by CommScore.</footer>
</main>
</body>
</html>
`;
}

function head(report: BacktestReport): Html {
  const { scores, from, to } = report;
  const when = from === null || to === null ? '' : `, ${day(from)} to ${day(to)}`;
  const evidence = evidenceSentences(report);
  return html`<p class="quiet">${count(scores.questions)} questions, forward in time${when}.</p>
${numbers(report)}
<div class="lead">${summary(report).map((sentence) => html`<p>${sentence}</p>\n`)}</div>
${evidence.length === 0 ? null : html`<p class="quiet">Who reviewed was read from the commits: ${evidence.join('; ')}.</p>`}`;
}

function numbers({ task, scores, shown }: BacktestReport): Html {
  const point = shown === null ? undefined : pointAt(shown.curve, shown.minPrecision);
  const byDefault =
    point === undefined
      ? null
      : html`<li><b>${percent(point.coverage)}</b> spoken on by default</li>
<li><b>${percent(point.precision)}</b> of shown ${answerNoun(task)} right</li>`;
  return html`<ul class="numbers">
<li><b>${percent(scores.top1)}</b> right at the top</li>
<li><b>${percent(scores.top3)}</b> right among three</li>
<li><b>${score(scores.mrr)}</b> MRR</li>
${byDefault}
</ul>`;
}

function curves(report: BacktestReport): Html {
  const { shown, spans } = report;
  const pair =
    shown === null
      ? null
      : html`<div class="pair">
${section(
  'coverage',
  'How often it speaks, and is right',
  html`<figure>${coverageChart(report, shown)}</figure>
<details><summary>The numbers</summary>${reportTable(coverageTable(report, shown))}</details>`,
)}
${section(
  'calibration',
  'Whether probabilities mean what they say',
  html`<figure>${reliabilityChart(report.tenths)}</figure>
${promiseSentences(report).map((sentence) => html`<p>${sentence}</p>`)}
<details><summary>The numbers</summary>${reportTable(reliabilityTable(report))}</details>`,
)}
</div>`;
  if (spans.length < 2) return html`${pair}`;
  return html`${pair}
${section(
  'time',
  'How it went over time',
  html`<figure class="wide">${timeChart(spans)}</figure>
<details><summary>The numbers</summary>${reportTable(timeTable(report))}</details>`,
)}`;
}

function lists(report: BacktestReport): Html {
  const { spread, directories, people, task } = report;
  const cold = coldTable(report);
  return html`${cold.body.length === 0 ? null : section('cold', 'Where little is known', reportTable(cold))}
${spread === null ? null : section('spread', 'Who would know what, had those suggested reviewed', spreadView(spread))}
${directories.length < 2 ? null : section('directories', 'Directories, worst first', reportTable(directoryTable(report), { first: LONG }))}
${people.length === 0 || task === 'labels' ? null : section('people', 'People, most often right first', reportTable(peopleTable(report), { first: LONG }))}`;
}

function spreadView(spread: NonNullable<BacktestReport['spread']>): Html {
  return html`<p class="quiet">Files at risk were touched in the year before and are known to at most one person who is still there. Gini of load: 0 is even, 1 all on one.</p>
${reportTable(spreadTable(spread))}`;
}

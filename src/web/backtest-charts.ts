import { BASELINES, day, percent, pointAt } from '../comment/backtest-words.ts';
import type { BacktestReport, BacktestTask, CoveragePoint, Shown, Span, Tenth } from '../domain/backtest-report.ts';
import { type ChartWords, englishCharts } from './backtest-chart-words.ts';
import { shareAxis, timeAxis } from './chart-axes.ts';
import type { Html } from './html.ts';
import { lineChart, type Point } from './line-chart.ts';

const WIDTH = 480;
const HEIGHT = 340;

/** Fewer say nothing of how many are right. */
const ENOUGH_SHOWN = 20;

/** How many questions are answered against how many of the shown are right. */
export function coverageChart(
  { task }: Pick<BacktestReport, 'task'>,
  shown: Shown,
  { id, says }: { id: string; says: ChartWords } = { id: 'coverage-chart', says: englishCharts },
): Html {
  const curve = shown.curve.filter((point) => point.shown >= ENOUGH_SHOWN);
  const labelled = labelledPoints(curve, [shown.minPrecision, 0.8, 0.9, 0.3]);
  const points = curve.map((point) => ({
    ...coveragePoint(point, task, says),
    ...(labelled.has(point) ? { label: String(point.minPrecision), radius: 5 } : {}),
  }));
  return lineChart({
    id,
    title: says.coverage,
    description: says.points(ENOUGH_SHOWN, points.map(({ told }) => told).join(says.between)),
    width: WIDTH,
    height: HEIGHT,
    x: shareAxis(says.spokenOn(task), percent),
    y: shareAxis(says.shownRight(task), percent),
    lines: [{ name: says.byMinPrecision, look: 'main', points }],
  });
}

/** Closer together, labels would lie on each other. */
const LABEL_WIDTH = 0.1;

/** Of the wanted settings those that have room for a label, the first ones first. */
function labelledPoints(curve: readonly CoveragePoint[], wanted: number[]): Set<CoveragePoint> {
  const found = new Set<CoveragePoint>();
  for (const minPrecision of wanted) {
    const point = pointAt(curve, minPrecision);
    if (point === undefined) continue;
    if (![...found].some(({ coverage }) => Math.abs(coverage - point.coverage) < LABEL_WIDTH)) found.add(point);
  }
  return found;
}

function coveragePoint(point: CoveragePoint, task: BacktestTask, says: ChartWords) {
  return { x: point.coverage, y: point.precision ?? 0, told: says.coveragePoint(point, task) };
}

const LARGEST_RADIUS = 11;

/** What was promised against what came true; the larger a point, the more answers it stands for. */
export function reliabilityChart(
  tenths: readonly Tenth[],
  { id, says }: { id: string; says: ChartWords } = { id: 'reliability-chart', says: englishCharts },
): Html {
  const most = Math.max(1, ...tenths.map((tenth) => tenth.count));
  const points = tenths.flatMap(({ count: of, promised, cameTrue }) => {
    if (promised === null || cameTrue === null) return [];
    const told = says.tenth(promised, cameTrue, of);
    return [{ x: promised, y: cameTrue, told, radius: Math.max(2.5, LARGEST_RADIUS * Math.sqrt(of / most)) }];
  });
  return lineChart({
    id,
    title: says.calibration,
    description: says.tenths(points.map(({ told }) => told).join(says.between)),
    width: WIDTH,
    height: HEIGHT,
    x: shareAxis(says.promised, percent),
    y: shareAxis(says.cameTrue, percent),
    lines: [
      {
        name: says.asPromised,
        look: 'ideal',
        points: [
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ],
      },
      { name: 'CommScore', look: 'main', points },
    ],
  });
}

/** The mean reciprocal rank as time went by. */
export function timeChart(spans: Span[]): Html {
  const middle = ({ from, to }: Span) => (Date.parse(from) + Date.parse(to)) / 2;
  const points = (value: (span: Span) => number | null): Point[] =>
    spans.flatMap((span) => {
      const y = value(span);
      return y === null ? [] : [{ x: middle(span), y, told: `${day(span.from)} to ${day(span.to)}: ${y.toFixed(3)}` }];
    });
  const naive = points(({ naiveMrr }) => naiveMrr);
  const own = points(({ mrr }) => mrr);
  const times = own.map(({ x }) => x);
  return lineChart({
    id: 'time-chart',
    title: 'MRR over time',
    description: `CommScore: ${own.map(({ told }) => told).join('; ')}.`,
    width: 2 * WIDTH,
    height: HEIGHT,
    x: timeAxis('when the questions were asked', times, 'en'),
    y: shareAxis('MRR', (share) => share.toFixed(1)),
    lines: [
      ...(naive.length === 0 ? [] : [{ name: BASELINES['most-active'], look: 'other' as const, points: naive }]),
      { name: 'CommScore', look: 'main', points: own },
    ],
  });
}

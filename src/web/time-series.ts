import { timeAxis, valueAxis } from './chart-axes.ts';
import { numberFormat } from './formats.ts';
import { type Html, html } from './html.ts';
import { type Axis, type Bars, type Line, type Look, lineChart } from './line-chart.ts';
import { reportTable } from './report-table.ts';
import { day, type View } from './view.ts';

/** Values over time: drawn, and as a table for who does not see the drawing. */
export interface TimeSeries {
  /** Unique on the page. */
  id: string;
  title: string;
  /** The gist in a sentence, for those who do not see it. */
  description: string;
  /** Of the values. */
  unit: string;
  /** How a value is written; left out: as a number of the language. */
  written?(value: number): string;
  /** Left out: from 0 to the largest value. */
  axis?: Axis;
  series: Series[];
}

export interface Series {
  name: string;
  look: Look;
  as: 'line' | 'bars';
  points: TimePoint[];
}

export interface TimePoint {
  /** ISO 8601 UTC: when the week, or whatever is counted, begins. */
  at: string;
  /** null: not known then. */
  value: number | null;
  /** Where it lies between; drawn as a band. */
  low?: number | null;
  high?: number | null;
  /** Why it stands out; it is marked, and this is said of it. */
  marked?: string;
}

const WIDTH = 760;
const HEIGHT = 300;

export function timeSeries(chart: TimeSeries, view: View): Html {
  const { id, title, description, unit, series } = chart;
  const written = chart.written ?? ((value: number) => numberFormat(view.language).format(value));
  const all = series.flatMap(({ points }) => points);
  const of = (as: Series['as']) => series.filter((one) => one.as === as).map((one) => drawnPoints(one, written, view));
  const gap = stepOf(all);
  const bars = of('bars').map((one): Bars => ({ ...one, width: 0.7 * gap }));
  const drawing = lineChart({
    id,
    title,
    description,
    width: WIDTH,
    height: HEIGHT,
    x: withMargin(timeAxis('', all.map(timeOf), view.language), bars.length > 0 ? gap / 2 : 0),
    y:
      chart.axis ??
      valueAxis(
        unit,
        all.flatMap(({ value, low, high }) => [value, low ?? null, high ?? null]),
        written,
      ),
    bands: series.filter(hasBand).map(({ name, look, points }) => ({ name, look, points: points.map(bandPoint) })),
    bars,
    lines: of('line'),
  });
  return html`<figure class="wide" role="group" aria-label="${title}" tabindex="0">${drawing}</figure>
<details><summary>${view.says.theNumbers}</summary>${reportTable(numbers(chart, written, view))}</details>`;
}

function drawnPoints({ name, look, points }: Series, written: (value: number) => string, view: View): Line {
  return {
    name,
    look,
    points: points.map((point) => {
      const why = point.marked === undefined ? '' : ` · ${point.marked}`;
      const told = `${day(point.at, view)}: ${point.value === null ? '' : written(point.value)}${why}`;
      return { x: timeOf(point), y: point.value, told, marked: point.marked !== undefined };
    }),
  };
}

function timeOf({ at }: TimePoint): number {
  return Date.parse(at);
}

function hasBand({ points }: Series): boolean {
  return points.some(({ low, high }) => typeof low === 'number' && typeof high === 'number');
}

function bandPoint(point: TimePoint) {
  return { x: timeOf(point), low: point.low ?? null, high: point.high ?? null };
}

const WEEK_MS = 7 * 86_400_000;

/** Between one point and the next. */
function stepOf(points: readonly TimePoint[]): number {
  const times = [...new Set(points.map(timeOf))].toSorted((a, b) => a - b);
  const steps = times.slice(1).map((time, i) => time - (times[i] ?? time));
  return steps.length === 0 ? WEEK_MS : Math.min(...steps);
}

function withMargin(axis: Axis, margin: number): Axis {
  return { ...axis, from: axis.from - margin, to: axis.to + margin };
}

/** One row for each time, newest first; a band stands behind its value. */
function numbers({ series }: TimeSeries, written: (value: number) => string, view: View) {
  const times = [...new Set(series.flatMap(({ points }) => points.map(({ at }) => at)))].toSorted().reverse();
  const cells = series.map(({ points }) => new Map(points.map((point) => [point.at, cell(point, written)])));
  return {
    rows: view.says.when,
    columns: series.map(({ name }) => name),
    body: times.map((at) => [day(at, view), ...cells.map((known) => known.get(at) ?? '')]),
  };
}

function cell({ value, low, high, marked }: TimePoint, written: (value: number) => string): string {
  if (value === null) return '';
  const band = typeof low === 'number' && typeof high === 'number' ? ` (${written(low)} – ${written(high)})` : '';
  return `${written(value)}${band}${marked === undefined ? '' : ` · ${marked}`}`;
}

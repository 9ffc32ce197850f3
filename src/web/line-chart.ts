import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { legend } from './chart-legend.ts';
import { type Html, html } from './html.ts';

/** A chart as SVG: bands, bars, lines and points over two axes. Colours come from the style of the page. */
export interface LineChart {
  /** Unique on the page. */
  id: string;
  title: string;
  /** What it shows, for those who do not see it. */
  description: string;
  width: number;
  height: number;
  x: Axis;
  y: Axis;
  /** Behind the lines, the first the farthest back. */
  bands?: Band[];
  bars?: Bars[];
  lines: Line[];
}

export interface Axis {
  name: string;
  from: number;
  to: number;
  ticks: { at: number; label: string }[];
}

/** `main` catches the eye, `second` too, `other` stands back, `ideal` is only there to compare with. */
export type Look = 'main' | 'second' | 'other' | 'ideal';

export interface Line {
  name: string;
  look: Look;
  points: Point[];
}

export interface Point {
  x: number;
  /** null: not known; the line is broken there. */
  y: number | null;
  /** Shown when it is pointed at. */
  told?: string;
  /** Written beside it. */
  label?: string;
  radius?: number;
  /** Stands out, whatever the look of its line. */
  marked?: boolean;
}

/** Where a value lies between. */
export interface Band {
  name: string;
  look: Look;
  points: { x: number; low: number | null; high: number | null }[];
}

/** From 0 up, or down. */
export interface Bars {
  name: string;
  look: Look;
  /** In units of the x axis. */
  width: number;
  points: Point[];
}

const LEFT = 68;
const RIGHT = 30;
const TOP = 34;
const BOTTOM = 46;

interface Scales {
  x(value: number): number;
  y(value: number): number;
}

export function lineChart(chart: LineChart): Html {
  const { id, title, description, width, height, lines, bands = [], bars = [] } = chart;
  const scales: Scales = {
    x: scale(chart.x, LEFT, width - RIGHT),
    y: scale(chart.y, height - BOTTOM, TOP),
  };
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-told">
<title id="${id}-title">${title}</title>
<desc id="${id}-told">${description}</desc>
${axes(chart, scales)}
${bands.map((band) => drawBand(band, scales))}${bars.map((one) => drawBars(one, scales))}${lines.map((one) => drawLine(one, scales))}
${legend([...lines, ...bars, ...bands])}
</svg>
`;
}

/** Values at the ends of the axis are drawn at these two places, what lies beyond them at the nearer one. */
function scale({ from, to }: Axis, first: number, last: number): (value: number) => number {
  const of = scaleLinear([from, from === to ? from + 1 : to], [first, last]).clamp(true);
  return (value) => Math.round(10 * of(value)) / 10;
}

function axes({ width, height, x, y }: LineChart, scales: Scales): Html {
  const bottom = height - BOTTOM;
  const rows = y.ticks.map(({ at, label }) => {
    const level = scales.y(at);
    return html`<line class="grid" x1="${LEFT}" x2="${width - RIGHT}" y1="${level}" y2="${level}"/><text x="${LEFT - 8}" y="${level + 4}" text-anchor="end">${label}</text>`;
  });
  const columns = x.ticks.map(
    ({ at, label }) => html`<text x="${scales.x(at)}" y="${bottom + 18}" text-anchor="middle">${label}</text>`,
  );
  return html`${rows}${columns}
<line class="axis" x1="${LEFT}" x2="${width - RIGHT}" y1="${bottom}" y2="${bottom}"/>
<text class="axis-name" x="${(LEFT + width - RIGHT) / 2}" y="${height - 8}" text-anchor="middle">${x.name}</text>
<text class="axis-name" transform="translate(16 ${(TOP + bottom) / 2}) rotate(-90)" text-anchor="middle">${y.name}</text>`;
}

function drawLine({ look, points }: Line, { x, y }: Scales): Html {
  const known = points.filter(isKnown);
  const path = line<Point>(
    (point) => x(point.x),
    (point) => y(point.y ?? 0),
  ).defined(isKnown);
  const marks = look === 'ideal' ? [] : known.map((point) => drawPoint(point, x(point.x), y(point.y)));
  return html`<g class="${look}"><path class="line" d="${path(points) ?? ''}"/>${marks}</g>`;
}

function isKnown(point: Point): point is Point & { y: number } {
  return point.y !== null && Number.isFinite(point.y);
}

function drawPoint({ told, label, marked = false, radius = marked ? 5 : 3 }: Point, across: number, up: number): Html {
  const tip = told === undefined ? null : html`<title>${told}</title>`;
  const text = label === undefined ? null : html`<text class="mark" x="${across + 7}" y="${up - 7}">${label}</text>`;
  const stands = marked ? html` class="marked"` : null;
  return html`<circle${stands} cx="${across}" cy="${up}" r="${radius}">${tip}</circle>${text}`;
}

function drawBand({ look, points }: Band, { x, y }: Scales): Html {
  const path = area<Band['points'][number]>(
    (point) => x(point.x),
    ({ low }) => y(low ?? 0),
    ({ high }) => y(high ?? 0),
  ).defined(({ low, high }) => low !== null && high !== null);
  return html`<path class="band ${look}" d="${path(points) ?? ''}"/>`;
}

function drawBars({ look, width, points }: Bars, { x, y }: Scales): Html {
  const rects = points.filter(isKnown).map((point) => {
    const [left, right] = [x(point.x - width / 2), x(point.x + width / 2)];
    const [top, bottom] = [y(Math.max(0, point.y)), y(Math.min(0, point.y))];
    const tip = point.told === undefined ? null : html`<title>${point.told}</title>`;
    const stands = point.marked === true ? html` class="marked"` : null;
    return html`<rect${stands} x="${left}" y="${top}" width="${tenth(right - left)}" height="${tenth(bottom - top)}">${tip}</rect>`;
  });
  return html`<g class="bars ${look}">${rects}</g>`;
}

function tenth(value: number): number {
  return Math.round(10 * value) / 10;
}

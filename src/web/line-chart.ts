import { type Html, html } from './html.ts';

/** A chart as SVG: lines and points over two axes. Colours come from the style of the page. */
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
  lines: Line[];
}

export interface Axis {
  name: string;
  from: number;
  to: number;
  ticks: { at: number; label: string }[];
}

export interface Line {
  name: string;
  /** `main` catches the eye, `other` stands back, `ideal` is only there to compare with. */
  look: 'main' | 'other' | 'ideal';
  points: Point[];
}

export interface Point {
  x: number;
  y: number;
  /** Shown when it is pointed at. */
  told?: string;
  /** Written beside it. */
  label?: string;
  radius?: number;
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
  const { id, title, description, width, height, lines } = chart;
  const scales: Scales = {
    x: scale(chart.x, LEFT, width - RIGHT),
    y: scale(chart.y, height - BOTTOM, TOP),
  };
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-told">
<title id="${id}-title">${title}</title>
<desc id="${id}-told">${description}</desc>
${axes(chart, scales)}
${lines.map((line) => drawLine(line, scales))}
${legend(lines)}
</svg>
`;
}

/** Values at the ends of the axis are drawn at these two places. A value that is none is drawn at the first. */
function scale({ from, to }: Axis, first: number, last: number): (value: number) => number {
  const span = to - from;
  return (value) => {
    const share = span === 0 || Number.isNaN(value) ? 0 : (value - from) / span;
    return Math.round(10 * (first + share * (last - first))) / 10;
  };
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

function drawLine({ look, points }: Line, scales: Scales): Html {
  const path = points.map(({ x, y }) => `${scales.x(x)},${scales.y(y)}`).join(' ');
  const marks = look === 'ideal' ? [] : points.map((point) => drawPoint(point, scales));
  return html`<g class="${look}"><polyline points="${path}"/>${marks}</g>`;
}

function drawPoint({ x, y, told, label, radius = 3 }: Point, scales: Scales): Html {
  const [across, up] = [scales.x(x), scales.y(y)];
  const tip = told === undefined ? null : html`<title>${told}</title>`;
  const text = label === undefined ? null : html`<text class="mark" x="${across + 7}" y="${up - 7}">${label}</text>`;
  return html`<circle cx="${across}" cy="${up}" r="${radius}">${tip}</circle>${text}`;
}

const LETTER = 7;
const SAMPLE = 30;

/** Names of the lines in one row above them. */
function legend(lines: Line[]): Html {
  let at = LEFT;
  const entries = lines.map(({ name, look }) => {
    const start = at;
    at += SAMPLE + name.length * LETTER + 18;
    return html`<g class="${look}"><line x1="${start}" x2="${start + SAMPLE - 8}" y1="14" y2="14"/></g><text x="${start + SAMPLE - 2}" y="18">${name}</text>`;
  });
  return html`${entries}`;
}

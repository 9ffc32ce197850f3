import { STYLE } from './style.ts';

/** The style of the dashboard, and of what only a report has: it stands in the page itself. */
export const REPORT_STYLE = `${STYLE}
main { padding-top: 1rem; }
.lead { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: .75rem; padding: .6rem 1.2rem; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; list-style: none; padding: 0; margin: 1rem 0; }
.numbers li { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: .7rem 1rem; }
.numbers b { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; letter-spacing: -.02em; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 0 1.5rem; align-items: start; }
details summary { cursor: pointer; color: var(--accent); padding: .3rem 0; }
details summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
figure { margin: .75rem 0; overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: .75rem; }
.wide .chart { min-width: 40rem; }
.chart { display: block; width: 100%; height: auto; font-size: 13px; }
.chart text { fill: var(--quiet); }
.chart .axis-name { fill: var(--ink); }
.chart .mark { fill: var(--ink); font-weight: 600; }
.chart .grid { stroke: var(--line); }
.chart .axis { stroke: var(--quiet); }
.chart polyline { fill: none; stroke-width: 2; stroke-linejoin: round; }
.chart g line { stroke-width: 2.5; }
.chart .main polyline, .chart .main line { stroke: var(--accent); stroke-width: 2.5; }
.chart .main circle { fill: var(--accent); stroke: var(--card); stroke-width: 1.5; }
.chart .other polyline, .chart .other line { stroke: var(--quiet); stroke-dasharray: 7 4; }
.chart .other circle { fill: var(--card); stroke: var(--quiet); stroke-width: 1.5; }
.chart .ideal polyline, .chart .ideal line { stroke: var(--quiet); stroke-width: 1.25; stroke-dasharray: 2 4; }
footer { color: var(--quiet); font-size: .9rem; margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .75rem; }
@media print {
  :root { --ground: #fff; --card: #fff; --ink: #000; --quiet: #444; --line: #bbb; --accent: #0f766e; }
  body { font-size: 11pt; }
  section, figure, tr { break-inside: avoid; }
  .scroll, figure { overflow: visible; }
}
`;

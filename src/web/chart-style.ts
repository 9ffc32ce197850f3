/** Of charts; colours hold 3:1 against the card in light and dark, and no two series differ by colour alone. */
export const CHART_STYLE = `
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 0 1.5rem; align-items: start; }
figure { margin: .75rem 0; overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: .75rem; }
.wide .chart { min-width: 40rem; }
.chart { display: block; width: 100%; height: auto; font-size: 13px; }
.chart text { fill: var(--quiet); }
.chart .axis-name { fill: var(--ink); }
.chart .mark { fill: var(--ink); font-weight: 600; }
.chart .grid { stroke: var(--line); }
.chart .axis { stroke: var(--quiet); }
.chart .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
.chart g line { stroke-width: 2.5; }
.chart .main .line, .chart .main line { stroke: var(--accent); stroke-width: 2.5; }
.chart .main circle { fill: var(--accent); stroke: var(--card); stroke-width: 1.5; }
.chart .second .line, .chart .second line { stroke: var(--warm); stroke-width: 2.5; stroke-dasharray: 10 3; }
.chart .second circle { fill: var(--card); stroke: var(--warm); stroke-width: 2; }
.chart .other .line, .chart .other line { stroke: var(--quiet); stroke-dasharray: 7 4; }
.chart .other circle { fill: var(--card); stroke: var(--quiet); stroke-width: 1.5; }
.chart .ideal .line, .chart .ideal line { stroke: var(--quiet); stroke-width: 1.25; stroke-dasharray: 2 4; }
.chart .marked, .chart g .marked { fill: var(--alarm); stroke: var(--card); stroke-width: 1.5; }
.chart .band { fill-opacity: .18; }
.chart .band.main, .chart .bars.main rect { fill: var(--accent); }
.chart .band.second, .chart .bars.second rect { fill: var(--warm); }
.chart .band.other, .chart .bars.other rect { fill: var(--quiet); }
.chart .band.ideal, .chart .bars.ideal rect { fill: none; stroke: var(--quiet); stroke-dasharray: 2 4; }
.chart .bars rect.marked { fill: var(--alarm); }
`;

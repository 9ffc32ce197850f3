/** Of the pages of people and of the network; the eight colours stand out from the card in light and dark. */
export const GRAPH_STYLE = `
:root { --c0: #0f766e; --c1: #b45309; --c2: #6d28d9; --c3: #be185d; --c4: #1d4ed8; --c5: #4d7c0f; --c6: #b91c1c; --c7: #475569; }
@media (prefers-color-scheme: dark) {
  :root { --c0: #2dd4bf; --c1: #fbbf24; --c2: #c4b5fd; --c3: #f9a8d4; --c4: #93c5fd; --c5: #bef264; --c6: #fca5a5; --c7: #cbd5e1; }
}
.c0 { --own: var(--c0); } .c1 { --own: var(--c1); } .c2 { --own: var(--c2); } .c3 { --own: var(--c3); }
.c4 { --own: var(--c4); } .c5 { --own: var(--c5); } .c6 { --own: var(--c6); } .c7 { --own: var(--c7); }
.filter { display: flex; flex-wrap: wrap; align-items: end; gap: .6rem 1rem; margin: .75rem 0; }
.filter label { display: grid; gap: .15rem; font-size: .85rem; color: var(--quiet); }
.filter input, .filter select, .filter button, .tools button { font: inherit; color: var(--ink); background: var(--card);
  border: 1px solid var(--line); border-radius: .45rem; padding: .3rem .6rem; max-width: 16rem; }
.filter button, .tools button { cursor: pointer; }
.filter :focus-visible, .tools :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.badge.newcomer { background: var(--warm-soft); color: var(--warm); }
.badge.silent, .badge.gone, .badge.occasional { background: var(--ground); color: var(--quiet); box-shadow: inset 0 0 0 1px var(--line); }
dl.wide { grid-template-columns: 13rem 1fr; } dl.bars { grid-template-columns: minmax(9rem, max-content) 1fr; }
td time, .badge { white-space: nowrap; }
meter { width: 10rem; max-width: 40%; vertical-align: middle; }
h2.person { font-size: 1.4rem; margin: .75rem 0 .25rem; } h2 .badge { vertical-align: middle; font-weight: 400; }
.drawing { margin: .75rem 0; position: relative; }
svg.network { display: block; width: 100%; height: min(75vh, 46rem); background: var(--card); border: 1px solid var(--line);
  border-radius: .75rem; }
svg.network.live { cursor: grab; touch-action: none; } svg.network.live:active { cursor: grabbing; }
.tools { position: absolute; right: .6rem; top: .6rem; display: flex; gap: .35rem; }
.tools[hidden] { display: none; }
.ties path { stroke: var(--quiet); stroke-opacity: .22; fill: none; vector-effect: non-scaling-stroke; }
.ties .w1 { stroke-width: .6; } .ties .w2 { stroke-width: 1; } .ties .w3 { stroke-width: 1.8; } .ties .w4 { stroke-width: 3; }
.persons path { fill: var(--own, var(--card)); stroke: var(--card); stroke-width: 1.2; vector-effect: non-scaling-stroke; }
.persons .alone path { fill: var(--card); stroke: var(--quiet); stroke-width: 1.6; }
.persons a { outline: none; text-decoration: none; }
.persons g { scale: var(--s, 1); }
.persons text, .numbers text { font-size: calc(17px * var(--s, 1)); fill: var(--ink); text-anchor: middle; pointer-events: none;
  paint-order: stroke; stroke: var(--card); stroke-width: calc(4px * var(--s, 1)); stroke-linejoin: round; }
.persons text { display: none; }
.persons .named text, .deep .persons text, .persons a:hover text, .persons a:focus text, .persons .lit text { display: block; }
.persons a:focus path, .persons .lit path { stroke: var(--ink); stroke-width: 3; }
.persons a:hover path { stroke: var(--ink); }
.numbers text { font-size: calc(30px / var(--k, 1)); font-weight: 700; fill: var(--own, var(--quiet)); }
.network.asked .persons a:not(.lit, .near) { opacity: .25; } .network.asked .numbers { opacity: .3; }
.network.asked .ties path { stroke-opacity: .06; } .network.asked .ties path.lit { stroke: var(--ink); stroke-opacity: .6; }
.swatch { width: 1.15rem; height: 1.15rem; vertical-align: -.2rem; margin-right: .3rem; }
.swatch path { fill: var(--own); }
@media (max-width: 40rem) {
  svg.network { height: 70vw; min-height: 20rem; } .tools { position: static; margin-top: .5rem; }
  .persons path { stroke-width: .3; }
  .persons text { font-size: calc(34px * var(--s, 1)); } .numbers text { font-size: calc(52px / var(--k, 1)); }
  .persons .named:not(.most) text { display: none; }
  dl.wide, dl.bars { grid-template-columns: 1fr; }
}
@media (forced-colors: active) { .persons path { fill: CanvasText; stroke: Canvas; } .ties path { stroke: CanvasText; } }
`;

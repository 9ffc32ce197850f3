import { CHART_STYLE } from './chart-style.ts';
import { GRAPH_STYLE } from './graph-style.ts';
import { PRINT_STYLE } from './print-style.ts';

/** Served at /assets/style.css; kept as text so that a build copies nothing. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f6f8f8; --card: #ffffff; --ink: #17211f; --quiet: #55635f; --line: #dde4e2;
  --accent: #0f766e; --soft: #e3f2ef; --alarm: #b42318; --alarm-soft: #fdecea; --warm: #8a5a00; --warm-soft: #fbf1dc;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1413; --card: #161d1c; --ink: #e4ebe9; --quiet: #98a7a3; --line: #293432;
    --accent: #5fd0c3; --soft: #14332f; --alarm: #ff9a8f; --alarm-soft: #3a1a17; --warm: #e9c274; --warm-soft: #352a12;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: anywhere;
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:focus-visible, button:focus-visible, summary:focus-visible, [tabindex]:focus-visible {
  outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
button { font: inherit; color: var(--accent); background: var(--card); border: 1px solid currentColor; border-radius: .5rem; padding: .3rem .9rem; cursor: pointer; }
button:hover, .button:hover { background: var(--soft); }
.button { display: inline-block; margin: .5rem 0; color: var(--accent); background: var(--card); border: 1px solid currentColor; border-radius: .5rem; padding: .4rem 1.1rem; text-decoration: none; }
.signed-in { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--card); z-index: 1; }
.top, main { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; padding-top: 1rem; padding-bottom: 1rem; }
.brand { display: inline-flex; align-items: center; gap: .6rem; font-weight: 650; color: var(--ink); text-decoration: none; }
.brand img { border-radius: 7px; }
.language { margin-left: auto; }
.site, .tabs { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.tabs { gap: .25rem 1.1rem; border-bottom: 1px solid var(--line); margin: .5rem 0 1.25rem; }
.tabs a, .site a { display: inline-block; padding: .35rem 0; color: var(--quiet); border-bottom: 2px solid transparent; }
.tabs [aria-current], .site [aria-current] { color: var(--ink); border-bottom-color: var(--accent); font-weight: 600; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.under { display: flex; flex-wrap: wrap; gap: .25rem 1rem; font-size: .9rem; color: var(--quiet); }
.scroll { overflow-x: auto; margin: .75rem 0; position: relative; }
main { padding-bottom: 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 1rem 0; letter-spacing: -.01em; }
h2 { font-size: 1.05rem; margin: 2.25rem 0 .75rem; }
h3 { font-size: 1rem; margin: 0; }
p + h3, ul + h3, ol + h3, div + h3, details + h3 { margin-top: 1.25rem; }
h3 a:not(:hover), .cards a:not(:hover), nav a:not(:hover), thead a:not(:hover) { text-decoration: none; }
h3 .quiet { font-weight: 400; }
p { margin: .5rem 0; }
.quiet { color: var(--quiet); font-size: .9rem; }
.state { display: inline-block; margin: 0; padding: .35rem .9rem; border-radius: .6rem; font-weight: 600; }
.state p, .state ul { margin: 0; } .state ul { padding-left: 1.1rem; font-weight: 400; }
.ready { background: var(--soft); color: var(--accent); }
.failing, .problem { background: var(--alarm-soft); color: var(--alarm); }
.problem { padding: .6rem .9rem; border-radius: .6rem; }
table { width: 100%; border-spacing: 0; background: var(--card); border: 1px solid var(--line); border-radius: .75rem;
  font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th, td { padding: .55rem .9rem; text-align: right; border-top: 1px solid var(--line); }
thead th, thead td { border-top: 0; color: var(--quiet); font-size: .85rem; font-weight: 500; }
th:first-child, .text { text-align: left; } tbody th { font-weight: 550; }
thead a { color: inherit; }
tbody th { min-width: 7rem; } td.text { min-width: 10rem; }
[aria-sort=ascending] a::after { content: " ↑"; } [aria-sort=descending] a::after { content: " ↓"; }
.alarm { color: var(--alarm); font-weight: 650; }
ul, ol { padding-left: 1.1rem; margin: 0; }
.cards, .suggestions { list-style: none; padding: 0; display: grid; gap: .75rem; }
.cards { grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); }
.cards > li, article { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: .9rem 1.1rem; }
.cards .name { font-weight: 600; } .cards p { margin: .35rem 0 0; }
.facts { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; margin: .35rem 0 0; font-size: .9rem; color: var(--quiet); }
.badge { padding: .05rem .6rem; border-radius: 1rem; background: var(--soft); color: var(--accent); font-size: .85rem; }
.badge.never, .badge.shadow { background: var(--ground); color: var(--quiet); box-shadow: inset 0 0 0 1px var(--line); }
.badge.running { background: var(--warm-soft); color: var(--warm); }
.badge.failed { background: var(--alarm-soft); color: var(--alarm); }
progress { flex: 1; min-width: 6rem; max-width: 12rem; height: .5rem; accent-color: var(--accent); }
dl { display: grid; grid-template-columns: 9rem 1fr; gap: .5rem 1rem; margin: .75rem 0 0; }
dl:empty { display: none; }
dt { color: var(--quiet); font-size: .9rem; padding-top: .05rem; } dd { margin: 0; }
dd ul { list-style: none; padding: 0; display: grid; gap: .45rem; }
.label { display: inline-block; padding: .05rem .6rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .88rem; }
code { font: .86em ui-monospace, "SF Mono", Menlo, Consolas, monospace; background: var(--ground); padding: .1em .35em; border-radius: .3rem; }
pre { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .9rem 1.1rem; }
pre code { background: none; padding: 0; }
details summary { cursor: pointer; color: var(--accent); padding: .3rem 0; }
${CHART_STYLE}
${GRAPH_STYLE}
@media (max-width: 40rem) {
  dl { grid-template-columns: 1fr; gap: .15rem; } dd { margin-bottom: .5rem; }
  th, td { padding: .5rem .35rem; font-size: .85rem; } thead th { font-size: .75rem; }
  th:first-child { padding-left: .7rem; } td:last-child, th:last-child { padding-right: .7rem; }
  .top, main { padding-left: 1rem; padding-right: 1rem; } h1 { font-size: 1.35rem; }
}
${PRINT_STYLE}`;

export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5" fill="#0f766e"/><g stroke="#fff" stroke-width="1.6"><path d="M7 8 16.5 6.5M7 8l5 9M16.5 6.5 12 17"/></g><g fill="#fff"><circle cx="7" cy="8" r="3"/><circle cx="16.5" cy="6.5" r="2.3"/><circle cx="12" cy="17" r="2.6"/></g></svg>`;

import { STYLE } from './style.ts';

/** The style of the dashboard, and of what only a report has: it stands in the page itself. */
export const REPORT_STYLE = `${STYLE}
main { padding-top: 1rem; }
.lead { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: .75rem; padding: .6rem 1.2rem; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; list-style: none; padding: 0; margin: 1rem 0; }
.numbers li { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: .7rem 1rem; }
.numbers b { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; letter-spacing: -.02em; }
footer { color: var(--quiet); font-size: .9rem; margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .75rem; }
`;

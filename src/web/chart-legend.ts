import { type Html, html } from './html.ts';

interface Named {
  name: string;
  look: string;
}

const LEFT = 68;
const LETTER = 7;
const WIDE_LETTER = 13;
const SAMPLE = 30;

/** Names in one row above the chart. Of a line and the band around it, which share a name, it stands there once. */
export function legend(series: readonly Named[]): Html {
  const once = [...new Map(series.toReversed().map((one) => [`${one.look} ${one.name}`, one])).values()].toReversed();
  let at = LEFT;
  const entries = once.map(({ name, look }) => {
    const start = at;
    at += SAMPLE + widthOf(name) + 18;
    return html`<g class="${look}"><line x1="${start}" x2="${start + SAMPLE - 8}" y1="14" y2="14"/></g><text x="${start + SAMPLE - 2}" y="18">${name}</text>`;
  });
  return html`${entries}`;
}

/** A server has no font to measure: letters of Chinese are about twice as wide. */
function widthOf(name: string): number {
  return [...name].reduce((width, letter) => width + (/\p{Script=Han}/u.test(letter) ? WIDE_LETTER : LETTER), 0);
}

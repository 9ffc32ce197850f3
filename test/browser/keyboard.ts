import type { Page } from 'playwright-core';

export interface Stop {
  /** Such as `a Overview`. */
  what: string;
  inMain: boolean;
  inDrawing: boolean;
  /** Seen at all, with a mark that shows where one is. */
  marked: boolean;
}

const MOST_STOPS = 400;

/** Where the tabulator leads, from the beginning of the page to its end. */
export async function tabStops(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    const stop = await currentStop(page);
    if (stop === null) break;
    stops.push(stop);
  }
  return stops;
}

/** null: nothing of the page, or the page again from its beginning. What runs in the page is text: nothing else here knows of documents. */
export function currentStop(page: Page): Promise<Stop | null> {
  return page.evaluate(`(() => {
    const at = document.activeElement;
    const before = (window.seenStops ??= new Set());
    if (at === null || at === document.body || before.has(at)) return null;
    before.add(at);
    const style = getComputedStyle(at);
    const { width, height, left, right, top, bottom } = at.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const seen = width > 0 && height > 0 && right > 0 && left < clientWidth && bottom > 0 && top < clientHeight;
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
    const name = at.getAttribute('aria-label') ?? at.textContent ?? '';
    return {
      what: (at.tagName.toLowerCase() + ' ' + name.trim().replace(/\\s+/g, ' ').slice(0, 40)).trim(),
      inMain: at.closest('main') !== null,
      inDrawing: at.closest('svg') !== null,
      marked: seen && outlined,
    };
  })()`);
}

/** How many places of the page take the focus. */
export function focusable(page: Page): Promise<number> {
  return page.evaluate(`
    [...document.querySelectorAll('a[href], button:not([disabled]), input:not([type=hidden]), select, summary, [tabindex]')]
      .filter((one) => one.tabIndex >= 0 && one.checkVisibility()).length
  `);
}

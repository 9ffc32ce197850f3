import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';

/** A page in a browser of its own, with all that went wrong while it was shown. */
export interface WatchedPage {
  page: Page;
  /** Errors, failed requests, and requests to anywhere else. */
  troubles: string[];
  close(): Promise<void>;
}

export async function watchedPage(browser: Browser, address: string, options = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ baseURL: address, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (said) => {
    const isLoud = said.type() === 'error' || said.type() === 'warning';
    // That a page is none, or not for strangers, is said by the page; the browser says it of the request.
    const isOfPage = said.location().url === page.url() && /status of 40[14]/.test(said.text());
    if (isLoud && !isOfPage) troubles.push(`console: ${said.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => troubles.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document') {
      troubles.push(`${response.status()}: ${response.url()}`);
    }
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${address}/`)) troubles.push(`elsewhere: ${request.url()}`);
  });
  return { page, troubles, close: () => context.close() };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  id: string;
  impact: string | null;
  nodes: { target: string[]; failureSummary: string }[];
}

/** What axe looks at in colours; the rest of a page is the same in every theme. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds serious or critical, each with where; by all of its rules, or by those of colours alone. */
export async function seriousFindings(page: Page, rules: 'all' | 'of colours'): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  const options = { resultTypes: ['violations'], ...(rules === 'all' ? {} : { runOnly: OF_COLOURS }) };
  const found = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as { violations: Found[] };
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`));
}

/** By how much the page is wider than the window, and what sticks out. */
export function sidewaysScroll(page: Page): Promise<{ by: number; what: string[] }> {
  return page.evaluate(`(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const by = Math.max(0, scrollWidth - clientWidth);
    const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > clientWidth + 1);
    return { by, what: by > 0 ? out.slice(0, 5).map((one) => one.tagName + '.' + one.getAttribute('class')) : [] };
  })()`);
}

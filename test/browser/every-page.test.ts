import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pages } from '../../src/web/pages.ts';
import { describeWithServer } from '../servers/describe-with-server.ts';
import { measuredData, sampleParts } from '../web/sample-parts.ts';
import { sampleSignIn } from '../web/sample-sign-in.ts';
import { type OpenWeb, openWeb } from '../web/web-server.ts';
import { chromiumProgram, startChromium } from './chromium.ts';
import { currentStop, focusable, tabStops } from './keyboard.ts';
import { type PageAddress, pageAddresses } from './page-addresses.ts';
import { seriousFindings, sidewaysScroll, type WatchedPage, watchedPage } from './watched-page.ts';

/** Pictures take as long as all the rest, so they are made when asked for. */
const SCREENS = process.env.TEST_SCREENS ? fileURLToPath(new URL('../../test-output/screens/', import.meta.url)) : null;
const LANGUAGES = ['en', 'zh-CN'] as const;
const WIDTHS = [360, 1280] as const;
const THEMES = ['light', 'dark'] as const;
const SLOW_MS = 120_000;

describeWithServer('in a browser', chromiumProgram, startChromium, (running) => {
  let web: OpenWeb;
  /** Of strangers, who see nothing but the way in. */
  let door: OpenWeb;
  let addresses: PageAddress[];
  const opened = new Map<string, WatchedPage>();
  beforeAll(async () => {
    if (SCREENS !== null) mkdirSync(SCREENS, { recursive: true });
    web = await openWeb({ data: measuredData(sampleParts()) });
    door = await openWeb({ dashboard: sampleSignIn });
    addresses = await pageAddresses(async (path) => (await fetch(addressOf(web) + path)).text());
  }, SLOW_MS);
  afterAll(async () => {
    for (const { close } of opened.values()) await close();
    await web?.close();
    await door?.close();
  });

  /** One for all pages of a server, as a new visitor has it: a browser of its own takes longer than a page. */
  async function pageAt(at: string, { javaScriptEnabled = true } = {}): Promise<WatchedPage> {
    const key = `${at} ${javaScriptEnabled}`;
    const watched = opened.get(key) ?? (await watchedPage(running().browser, at, { javaScriptEnabled }));
    opened.set(key, watched);
    watched.troubles.length = 0;
    await watched.page.context().clearCookies();
    await shownAt(watched.page, 1280, 'light');
    return watched;
  }

  function placeOf(name: string): { at: string; path: string } {
    if (name === 'sign-in') return { at: addressOf(door), path: '/' };
    if (name === 'not-found') return { at: addressOf(web), path: '/repositories/acme/nowhere' };
    const found = addresses.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no page is called ${name}`);
    return { at: addressOf(web), path: found.path };
  }

  async function shownAt(page: Page, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
  }

  const names = [...pages.map(({ name }) => name), 'not-found', 'sign-in'];

  it.each(names)(
    'the page %s has nothing that axe finds serious, fits its window and asks for nothing elsewhere',
    async (name) => {
      const { at, path } = placeOf(name);
      const found: unknown[] = [];
      const { page, troubles } = await pageAt(at);
      for (const language of LANGUAGES) {
        await page.goto(`${path}?lang=${language}`);
        for (const width of WIDTHS) {
          for (const theme of THEMES) {
            await shownAt(page, width, theme);
            const state = `${name}-${language}-${width}-${theme}`;
            if (SCREENS !== null) await page.screenshot({ path: `${SCREENS}${state}.png`, fullPage: true });
            const findings = await seriousFindings(page, theme === 'light' ? 'all' : 'of colours');
            for (const finding of findings) found.push([state, finding]);
            const scroll = await sidewaysScroll(page);
            if (scroll.by > 0) found.push([state, scroll]);
          }
        }
      }
      found.push(...troubles);

      expect(found).toEqual([]);
    },
    SLOW_MS,
  );

  it.each(names)(
    'the page %s is walked through by keyboard, and shows where one is',
    async (name) => {
      const { at, path } = placeOf(name);
      const { page } = await pageAt(at);
      await page.goto(path);
      const places = await focusable(page);
      const stops = await tabStops(page);

      expect(stops[0]).toMatchObject({ what: expect.stringMatching(/^a /), inMain: false, marked: true });
      expect(stops.filter(({ marked }) => !marked)).toEqual([]);
      expect(stops).toHaveLength(Math.min(400, places));
    },
    SLOW_MS,
  );

  it('the drawing of the network is one of the stops', async () => {
    const { at, path } = placeOf('graph');
    const { page } = await pageAt(at);
    await page.goto(path);
    await page.locator('svg.network.live').waitFor();

    expect((await tabStops(page)).filter(({ inDrawing }) => inDrawing)).not.toEqual([]);
  });

  it('the first stop leads past the navigation', async () => {
    const { page } = await pageAt(addressOf(web));
    await page.goto('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');

    expect(await currentStop(page)).toMatchObject({ inMain: true });
  });

  it.each(names)(
    'the page %s says the same where no script runs, and at most draws less',
    async (name) => {
      const { at, path } = placeOf(name);
      const texts: string[] = [];
      for (const javaScriptEnabled of [true, false]) {
        const { page } = await pageAt(at, { javaScriptEnabled });
        await page.goto(path);
        texts.push(((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' '));
      }

      expect(texts[1]?.length).toBeGreaterThan(20);
      for (const word of new Set(texts[1]?.split(' '))) expect(texts[0]).toContain(word);
    },
    SLOW_MS,
  );

  it('new history is asked for by a form that needs no script', async () => {
    const { page, troubles } = await pageAt(addressOf(web), { javaScriptEnabled: false });
    await page.goto('/repositories/acme/app');
    const shown = page.waitForResponse((response) => response.request().method() === 'GET');
    await page.locator('form[action$="/learn"] button').click();

    expect((await shown).status()).toBe(200);
    await page.waitForLoadState();
    expect(page.url()).toBe(`${addressOf(web)}/repositories/acme/app`);
    expect(troubles).toEqual([]);
  });
});

function addressOf({ port }: OpenWeb): string {
  return `http://127.0.0.1:${port}`;
}

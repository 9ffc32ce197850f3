import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWithServer } from '../servers/describe-with-server.ts';
import { measuredData, sampleParts } from '../web/sample-parts.ts';
import { type OpenWeb, openWeb } from '../web/web-server.ts';
import { chromiumProgram, startChromium } from './chromium.ts';
import { watchedPage } from './watched-page.ts';

const SLOW_MS = 120_000;
const GRAPH = '/repositories/acme/app/graph';

const moved = (page: Page) => page.locator('svg.network .moved').getAttribute('transform');
const current = (page: Page) => page.evaluate<string | null>("document.activeElement.getAttribute('data-login')");

describeWithServer('the network in a browser', chromiumProgram, startChromium, (running) => {
  const parts = sampleParts();
  const [first, second] = parts.graph.nodes.map(({ login }) => login);
  let web: OpenWeb;
  let address: string;
  beforeAll(async () => {
    web = await openWeb({ data: measuredData(parts) });
    address = `http://127.0.0.1:${web.port}`;
  }, SLOW_MS);
  afterAll(() => web?.close());

  it(
    'is moved by mouse and by buttons, and shown whole again',
    async () => {
      const { page, troubles, close } = await watchedPage(running().browser, address);
      await page.goto(GRAPH);
      await page.locator('svg.network.live').hover({ position: { x: 200, y: 150 } });
      await page.mouse.wheel(0, -300);
      await page.locator('button[value=nearer]').click();
      const near = await moved(page);
      await page.locator('button[value=whole]').click();

      expect(near).toMatch(/scale\((?:1\.[4-9]|[2-9])/);
      expect(await moved(page)).toBe('translate(0,0) scale(1)');
      expect(troubles).toEqual([]);
      await close();
    },
    SLOW_MS,
  );

  it(
    'is one stop of the tab key, from which arrows lead to others and Enter to a person',
    async () => {
      const { page, close } = await watchedPage(running().browser, address);
      await page.goto(GRAPH);
      await page.locator('svg.network.live').waitFor();
      await page.locator('#network-search button').focus();
      await page.keyboard.press('Tab');
      const start = await current(page);
      await page.keyboard.press('End');
      const last = await current(page);
      await page.keyboard.press('Home');
      const lit = await page.locator('.ties .lit').count();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/people/${first}`);

      expect([start, last]).toEqual([first, parts.graph.nodes.at(-1)?.login]);
      expect(lit).toBeGreaterThan(0);
      await close();
    },
    SLOW_MS,
  );

  it(
    'finds a person, and says who is not drawn',
    async () => {
      const { page, close } = await watchedPage(running().browser, address);
      await page.goto(GRAPH);
      await page.locator('svg.network.live').waitFor();
      await page.locator('#network-search input').fill('nobody-like-that');
      await page.keyboard.press('Enter');
      const said = await page.locator('#network-said').textContent();
      await page.locator('#network-search input').fill(second ?? '');
      await page.keyboard.press('Enter');

      expect(said).toContain('nobody-like-that');
      expect(await page.locator('.persons .lit').getAttribute('data-login')).toBe(second);
      expect(await moved(page)).toMatch(/scale\(3\)/);
      await close();
    },
    SLOW_MS,
  );

  it(
    'shows without a script whom the address asks for, with their ties',
    async () => {
      const { page, close } = await watchedPage(running().browser, address, { javaScriptEnabled: false });
      await page.goto(`${GRAPH}?person=${second}`);

      expect(await page.locator('.persons .lit').getAttribute('data-login')).toBe(second);
      expect(await page.locator('.ties .lit').count()).toBeGreaterThan(0);
      expect(await page.locator('#network-tools').isHidden()).toBe(true);
      await close();
    },
    SLOW_MS,
  );
});

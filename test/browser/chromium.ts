import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** null: there is none on this machine. */
export const chromiumProgram = PLACES.find(existsSync) ?? null;

export interface RunningBrowser {
  browser: Browser;
  remove(): Promise<void>;
}

/** Without its sandbox, which root has none of; nothing but our own pages is opened in it. */
export async function startChromium(): Promise<RunningBrowser> {
  const browser = await chromium.launch({ executablePath: chromiumProgram ?? '', args: ['--no-sandbox'] });
  return { browser, remove: () => browser.close() };
}

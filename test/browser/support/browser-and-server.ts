import { afterAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { renderProblemPage } from '../../../shared/status/page/page.ts';
import { startChromium } from './chromium.ts';
import { type PageServer, startPageServer } from './page-server.ts';

/** A browser for all tests of a file, and the server of the page that it looks at. */
export async function browserAndServer(): Promise<{ browser: Browser; server: PageServer }> {
  const browser = await startChromium();
  afterAll(() => browser.close());
  const server = await startPageServer(renderProblemPage('wrong'));
  afterAll(() => server.close());
  return { browser, server };
}
